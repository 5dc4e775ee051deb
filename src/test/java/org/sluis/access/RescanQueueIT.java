package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.MalwareFinding;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.quarantine.Reason;
import org.sluis.quarantine.Recalls;
import org.sluis.quarantine.RescanQueue;
import org.sluis.quarantine.RescanQueue.Due;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Which stored files are scanned again, and in which order, whichever node asks and however often it was restarted. */
@TestInstance(Lifecycle.PER_CLASS)
class RescanQueueIT {

    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Reason WHY = Reason.of("signatures of our own");
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int A_PAGE = 100;

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final UseCases node = exchange.portal;
    private final UseCases other = UseCases.ofApplication(database);
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller sender = exchange.person(Optional.of("Plant"), Role.CLIENT);

    private Pending older = exchange.sent(sender, "older");
    private Pending newer = older;

    @BeforeEach
    void aRoundWithTwoFilesOfOurOwn() {
        older = stored("older");
        newer = stored("newer");
        begin();
    }

    @AfterAll
    void close() {
        exchange.close();
        other.close();
    }

    @Test
    void newestComesFirstAndEachNodeGetsAnother() {
        assertThat(claimed(node)).isEqualTo(newer.versionId());
        assertThat(claimed(other)).isEqualTo(older.versionId());
    }

    @Test
    void twoTransactionsTakeDifferentFilesWithoutWaitingForEachOther() {
        List<UUID> taken = new ArrayList<>();
        node.as(SystemCaller.RESCANNER, () -> {
            taken.add(node.get(RescanQueue.class)
                    .claim(leaseEnd())
                    .orElseThrow()
                    .file()
                    .versionId());
            return taken.add(claimed(other));
        });
        assertThat(taken).containsExactly(newer.versionId(), older.versionId());
    }

    @Test
    void fileOfANodeThatDiedIsTakenOverWhenItsLeaseEnds() {
        Due due = claim(node, Instant.now().minusSeconds(1)).orElseThrow();
        Due again = claim(other, leaseEnd()).orElseThrow();
        assertThat(again.file().versionId()).isEqualTo(due.file().versionId());
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void fileWithoutVerdictStaysInTheRoundAndOneWithAVerdictLeavesIt() {
        Due due = claim(node, leaseEnd()).orElseThrow();
        queue(node, queue -> queue.postpone(due, Instant.now().minusSeconds(1)));
        Due again = claim(other, leaseEnd()).orElseThrow();
        assertThat(again.file().versionId()).isEqualTo(newer.versionId());
        queue(other, queue -> queue.done(again));
        assertThat(queued(newer)).isFalse();
        assertThat(queued(older)).isTrue();
    }

    @Test
    void verdictOfAnEarlierRoundDoesNotCountInTheNext() {
        Due due = claim(node, leaseEnd()).orElseThrow();
        begin();
        queue(other, queue -> queue.done(due));
        assertThat(queued(newer)).isTrue();
    }

    @Test
    void nodeThatOutlivedItsLeaseDecidesNothing() {
        Due late = claim(node, Instant.now().minusSeconds(1)).orElseThrow();
        Due due = claim(other, Instant.now().minusSeconds(1)).orElseThrow();
        MalwareFinding finding = new MalwareFinding("Win." + newer.versionId(), Optional.empty());

        queue(node, queue -> assertThat(queue.renew(late, leaseEnd())).isFalse());
        queue(node, queue -> queue.postpone(late, leaseEnd()));
        queue(node, queue -> queue.objected(late, Objection.of(Rule.EXTENSION)));
        queue(node, queue -> queue.done(late));
        assertThat(recalled(node, late, finding)).isFalse();

        assertThat(entries(newer, "rescan-objected")).isZero();
        queue(
                other,
                queue -> assertThat(queue.renew(due, Instant.now().minusSeconds(1)))
                        .isTrue());
        assertThat(claimed(node)).isEqualTo(newer.versionId());
    }

    @Test
    void nodeThatHoldsTheScanWithdrawsWhatItConvicts() {
        Due due = claim(node, leaseEnd()).orElseThrow();
        assertThat(recalled(node, due, new MalwareFinding("Win." + newer.versionId(), Optional.empty())))
                .isTrue();
    }

    /** A file that left the round and came back to it, as after it was reinstated. */
    @Test
    void verdictOfAnEarlierStayInTheSameRoundDoesNotCount() {
        Due late = claim(node, Instant.now().minusSeconds(1)).orElseThrow();
        Due due = claim(other, leaseEnd()).orElseThrow();
        queue(other, queue -> queue.done(due));
        queue(other, queue -> queue.add(newer.versionId()));
        Due again = claim(other, leaseEnd()).orElseThrow();
        assertThat(again.attempts()).isEqualTo(late.attempts());
        queue(node, queue -> queue.done(late));
        assertThat(queued(newer)).isTrue();
    }

    @Test
    void whatWaitsAtTheGateIsScannedAgainOnceItIsThrough() {
        Pending waiting = exchange.sent(sender, "sent while the signatures changed");
        begin();
        assertThat(claimed(node)).isEqualTo(newer.versionId());
        exchange.release(waiting);
        assertThat(claimed(node)).isEqualTo(waiting.versionId());
    }

    @Test
    void whatWasRecalledOrRefusedIsNotTakenUp() {
        MalwareFinding finding = new MalwareFinding("Win." + newer.versionId(), Optional.empty());
        Exchange.recall(node, newer, finding);
        Pending refused = exchange.sent(sender, "refused");
        begin();
        exchange.reject(refused);
        assertThat(claimed(node)).isEqualTo(older.versionId());
    }

    /** However much is stored, a round begins with a small transaction. */
    @Test
    void roundIsFilledFromTheNewestDownWhicheverNodeGoesOn() {
        Due earlier = claim(node, leaseEnd()).orElseThrow();
        node.as(administrator, () -> {
            node.get(RescanQueue.class).begin(administrator, WHY);
            return true;
        });
        assertThat(claim(node, leaseEnd())).isEmpty();
        assertThat(filled(node, 1)).isTrue();
        queue(node, queue -> queue.done(earlier));
        assertThat(claimed(node)).isEqualTo(newer.versionId());
        assertThat(claim(node, leaseEnd())).isEmpty();
        assertThat(filled(other, 1)).isTrue();
        assertThat(claimed(node)).isEqualTo(older.versionId());
    }

    @Test
    void newSignaturesBeginOneRoundAndTheSameOrOlderOnesNone() {
        int known = knownSignatures();
        assertThat(beginIfDue(node, Optional.of(known + 1), LONG_AGO)).isTrue();
        assertThat(beginIfDue(other, Optional.of(known + 1), LONG_AGO)).isFalse();
        assertThat(beginIfDue(node, Optional.of(known), LONG_AGO)).isFalse();
        assertThat(beginIfDue(node, Optional.empty(), LONG_AGO)).isFalse();
        assertThat(beginIfDue(node, Optional.of(known + 2), LONG_AGO)).isTrue();
    }

    @Test
    void roundThatIsTooOldIsFollowedByAnotherWhateverTheScannersTell() {
        int known = knownSignatures();
        assertThat(beginIfDue(node, Optional.empty(), Instant.now().minus(Duration.ofHours(1))))
                .isFalse();
        assertThat(beginIfDue(node, Optional.empty(), Instant.now().plusSeconds(60)))
                .isTrue();
        assertThat(knownSignatures()).isEqualTo(known);
    }

    @Test
    void onlyAdministratorsBeginARoundByHand() {
        assertThat(Exchange.refusal(() -> node.as(sender, () -> {
                    node.get(RescanQueue.class).begin(sender, WHY);
                    return true;
                })))
                .contains(Problem.ROLE_MISSING);
    }

    private Pending stored(String title) {
        Pending pending = exchange.sent(sender, title);
        exchange.release(pending);
        return pending;
    }

    private void begin() {
        node.as(administrator, () -> {
            node.get(RescanQueue.class).begin(administrator, WHY);
            return true;
        });
        while (filled(node, A_PAGE)) {
            assertThat(queued(newer)).isTrue();
        }
    }

    private static boolean filled(UseCases at, int most) {
        return at.as(SystemCaller.RESCANNER, () -> at.get(RescanQueue.class).fill(most));
    }

    private static boolean beginIfDue(UseCases at, Optional<Integer> signatures, Instant tooOld) {
        return at.as(SystemCaller.RESCANNER, () -> at.get(RescanQueue.class).beginIfDue(signatures, tooOld));
    }

    private UUID claimed(UseCases at) {
        return claim(at, leaseEnd()).orElseThrow().file().versionId();
    }

    private static Optional<Due> claim(UseCases at, Instant leaseEnd) {
        return at.as(SystemCaller.RESCANNER, () -> at.get(RescanQueue.class).claim(leaseEnd));
    }

    private interface Work {
        void on(RescanQueue queue);
    }

    private static void queue(UseCases at, Work work) {
        at.as(SystemCaller.RESCANNER, () -> {
            work.on(at.get(RescanQueue.class));
            return true;
        });
    }

    private static boolean recalled(UseCases at, Due due, MalwareFinding finding) {
        return at.as(SystemCaller.RESCANNER, () -> at.get(Recalls.class).recall(due, due.file(), finding));
    }

    private int entries(Pending version, String act) {
        return node.as(
                administrator,
                () -> node.rows("select 1 from audit_entry where resource_id = '%s' and act = '%s'"
                                .formatted(version.documentId(), act))
                        .size());
    }

    private boolean queued(Pending version) {
        return !node.as(
                        administrator,
                        () -> node.rows("select 1 from rescan where version_id = '%s'".formatted(version.versionId())))
                .isEmpty();
    }

    private int knownSignatures() {
        return node.as(
                administrator,
                () -> ((Number) node.rows("select coalesce(signatures, 0) from rescan_round")
                                .get(0))
                        .intValue());
    }

    private static Instant leaseEnd() {
        return Instant.now().plus(LEASE);
    }
}
