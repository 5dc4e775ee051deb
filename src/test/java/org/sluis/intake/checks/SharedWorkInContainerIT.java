package org.sluis.intake.checks;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.NewDocument;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.MalwareFinding;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Sha256;
import org.sluis.platform.config.Settings;
import org.sluis.quarantine.Waiting;
import org.sluis.stack.Backdoor;
import org.sluis.stack.Eicar;
import org.sluis.stack.InContainer;

/** Nodes share the work by the database alone. The server's own patrol rests while these tests play several nodes. */
@InContainer
class SharedWorkInContainerIT {

    private static final byte[] CONTENT = {'a', 'b', 'c'};

    @Resource
    ManagedExecutorService elsewhere;

    @Inject
    Checks checks;

    @Inject
    Reception reception;

    @Inject
    Waiting waiting;

    @Inject
    Gate gate;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    UserTransaction transaction;

    @Inject
    Settings settings;

    @BeforeEach
    void patrolRests() {
        checks.stop();
    }

    @AfterEach
    void patrolGoesOn() {
        checks.start(new Startup());
    }

    @Test
    void twoTransactionsTakeDifferentWorkWithoutWaitingForEachOther() throws Exception {
        UUID first = entered(past()).versionId();
        UUID second = entered(past()).versionId();
        transaction.begin();
        try {
            List<UUID> mine = claimed(1);
            List<UUID> others = elsewhere.submit(() -> claimed(1000)).get(60, TimeUnit.SECONDS);

            assertThat(mine).hasSize(1).doesNotContainAnyElementsOf(others);
            assertThat(others).doesNotHaveDuplicates();
            List<UUID> both = Stream.concat(mine.stream(), others.stream()).toList();
            assertThat(both).contains(first, second);
        } finally {
            transaction.commit();
        }
        assertThat(claimed(1000)).doesNotContain(first, second);
    }

    @Test
    void workUnderALeaseIsLeftAloneUntilTheLeaseIsOver() throws Exception {
        Pending pending = entered(future());
        UUID version = pending.versionId();
        assertThat(claimed(1000)).doesNotContain(version);

        waiting.renew(pending, past());

        assertThat(claimed(1000)).contains(version);
        assertThat(claimed(1000)).doesNotContain(version);
    }

    @Test
    void workOfANodeThatDiesWhileTakingItIsFreeAgain() throws Exception {
        UUID version = entered(past()).versionId();
        transaction.begin();
        assertThat(claimed(1000)).contains(version);
        transaction.rollback();
        assertThat(claimed(1000)).contains(version);
    }

    @Test
    void verdictOnOtherBytesOpensNothing() throws Exception {
        Pending pending = entered(future());
        reception.release(pending, Sha256.of(new byte[] {1}), "text/plain", List.of());
        assertThat(state(pending)).isEqualTo("CHECKING");
    }

    @Test
    void verdictComesOnce() throws Exception {
        Pending pending = entered(future());
        reception.release(pending, Sha256.of(CONTENT), "text/plain", List.of());
        reception.reject(
                pending,
                Objection.of(Rule.MALWARE),
                Optional.of(new MalwareFinding("Late", Optional.empty())),
                Optional.empty());
        assertThat(state(pending)).isEqualTo("AVAILABLE");
        assertThat(reception.refusal(pending.versionId())).isEmpty();
    }

    @Test
    void nodeThatOutlivedItsLeaseChangesNothingWhileAnotherChecks() throws Exception {
        Pending late = entered(past());
        Pending held = taken(late, future());

        assertThat(waiting.holds(late)).isFalse();
        assertThat(waiting.renew(late, past())).isFalse();
        waiting.postponed(late, past(), "too late");
        waiting.giveBack(late, "too late");
        reception.release(late, Sha256.of(CONTENT), "text/plain", List.of());
        reception.reject(late, Objection.of(Rule.EXTENSION), Optional.empty(), Optional.empty());

        assertThat(state(held)).isEqualTo("CHECKING");
        assertThat(backdoor().text("select attempts from document_version where id = ?", held.versionId()))
                .isEqualTo("2");
        assertThat(backdoor()
                        .text(
                                "select count(*) from audit_entry where resource_id = ?"
                                        + " and act in ('document-released', 'document-rejected', 'check-postponed')",
                                held.documentId()))
                .isEqualTo("0");
        assertThat(removals(held)).isEqualTo("0");
        assertThat(waiting.renew(held, future())).isTrue();
        assertThat(claimed(1000)).doesNotContain(held.versionId());
    }

    /** The check was suspended; meanwhile another node found the file sound by what it knew. */
    @Test
    void refusalThatComesTooLateLeavesTheBytesOfWhatWasReleased() throws Exception {
        byte[] content = Eicar.bytes();
        Pending late = entered(content, past());
        Pending held = taken(late, future());
        reception.release(held, Sha256.of(content), "text/plain", List.of());

        gate.check(late);

        assertThat(state(late)).isEqualTo("AVAILABLE");
        assertThat(removals(late)).isEqualTo("0");
        try (SeekableByteChannel stored =
                blobs.open(late.blob().id(), late.blob().wrappedKey().bytes())) {
            assertThat(stored.size()).isEqualTo(content.length);
        }
    }

    /** Attempts begin anew when administrators lift a rule; claims do not. */
    @Test
    void verdictFromBeforeTheFileWasSentBackToItsChecksDoesNotCount() throws Exception {
        Pending late = entered(future());
        backdoor()
                .change(
                        "update document_version set attempts = 0, next_attempt_at = now() - interval '1 second'"
                                + " where id = ?",
                        late.versionId());
        Pending again = taken(late, future());
        assertThat(again.attempts()).isEqualTo(late.attempts());

        reception.reject(late, Objection.of(Rule.EXTENSION), Optional.empty(), Optional.empty());

        assertThat(state(late)).isEqualTo("CHECKING");
    }

    @Test
    void releaseThatIsRolledBackLeavesNeitherStateNorTrail() throws Exception {
        Pending pending = entered(future());
        transaction.begin();
        reception.release(pending, Sha256.of(CONTENT), "text/plain", List.of());
        transaction.rollback();
        assertThat(state(pending)).isEqualTo("CHECKING");
        assertThat(backdoor()
                        .text(
                                "select count(*) from audit_entry where resource_id = ? and act = 'document-released'",
                                pending.documentId()))
                .isEqualTo("0");
    }

    /** What one transaction has read is not kept for the next: it might be read past the rights of its caller. */
    @Test
    void changeBehindThePortalIsSeenByTheNextTransaction() throws Exception {
        Pending pending = entered(future());
        assertThat(reception.refusal(pending.versionId())).isEmpty();
        backdoor()
                .change(
                        "update document_version set state = 'REJECTED', reason = 'type-mismatch' where id = ?",
                        pending.versionId());
        assertThat(reception.refusal(pending.versionId()).map(ProblemException::problem))
                .contains(Problem.TYPE_MISMATCH);
    }

    private Pending entered(Instant leaseEnd) throws Exception {
        return entered(CONTENT, leaseEnd);
    }

    private Pending entered(byte[] content, Instant leaseEnd) throws Exception {
        return reception.enter(
                backdoor().client(),
                new NewDocument("Batch", "test-report", Optional.empty()),
                new ReceivedFile("batch.txt", blobs.receive(new ByteArrayInputStream(content), content.length)),
                leaseEnd);
    }

    /** Another node takes the check up. */
    private Pending taken(Pending pending, Instant leaseEnd) {
        return waiting.claim(1000, leaseEnd).stream()
                .filter(found -> found.versionId().equals(pending.versionId()))
                .findFirst()
                .orElseThrow();
    }

    private String removals(Pending pending) throws Exception {
        return backdoor()
                .text(
                        "select count(*) from blob_removal where blob_id = ?",
                        pending.blob().id());
    }

    private List<UUID> claimed(int most) {
        return waiting.claim(most, future()).stream().map(Pending::versionId).toList();
    }

    private String state(Pending pending) throws Exception {
        return backdoor().text("select state from document_version where id = ?", pending.versionId());
    }

    private Backdoor backdoor() {
        return new Backdoor(settings);
    }

    private static Instant past() {
        return Instant.now().minusSeconds(60);
    }

    private static Instant future() {
        return Instant.now().plusSeconds(600);
    }
}
