package org.sluis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
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
import org.sluis.documents.Waiting;
import org.sluis.inspection.Conviction;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Sha256;
import org.sluis.platform.config.Settings;
import org.sluis.stack.Backdoor;
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
            List<UUID> others = elsewhere.submit(() -> claimed(1000)).get(10, TimeUnit.SECONDS);

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
                Optional.of(new Conviction("Late", Optional.empty())),
                Optional.empty());
        assertThat(state(pending)).isEqualTo("AVAILABLE");
        assertThat(reception.refusal(pending.versionId())).isEmpty();
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
        return reception.enter(
                backdoor().client(),
                new NewDocument("Batch", "test-report", Optional.empty()),
                new ReceivedFile("batch.txt", blobs.receive(new ByteArrayInputStream(CONTENT), CONTENT.length)),
                leaseEnd);
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
