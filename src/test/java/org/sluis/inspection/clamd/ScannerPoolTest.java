package org.sluis.inspection.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.ScanSession;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.clamd.ScannerState.Fault;

/** Several scanners: only those that have proven themselves get work, and no more of it than they take. */
class ScannerPoolTest {

    private static final ScanTerms TERMS = new ScanTerms(Duration.ofSeconds(5), 1_000_000, 1_000_000);

    @Test
    void asksNobodyBeforeItHasProvenItself() throws IOException {
        try (ScriptedClamd clamd = ScriptedClamd.saying("stream: OK\0")) {
            ScannerPool pool = pool(1, clamd.address());
            assertThat(scan(pool).detail()).isEqualTo("no scanner is fit");
            assertThat(clamd.calls()).isZero();
            assertThat(pool.states())
                    .singleElement()
                    .satisfies(state -> assertThat(state.fault()).contains(Fault.NOT_LOOKED_AT));
        }
    }

    @Test
    void oneScannerThatSaysOkToEverythingIsLeftOut() throws IOException {
        try (ScriptedClamd careless = new ScriptedClamd(FaithfulClamd.acquitting());
                ScriptedClamd faithful = new ScriptedClamd(new FaithfulClamd())) {
            ScannerPool pool = proven(1, careless.address(), faithful.address());
            assertThat(pool.states())
                    .extracting(state -> state.fault().map(Enum::name).orElse(""))
                    .containsExactly("CONVICTS_NOTHING", "");
            for (int i = 0; i < 5; i++) {
                assertThat(pool.scan(Sample.eicar(), Sample.eicar().size()).outcome())
                        .isEqualTo(Outcome.FOUND);
            }
        }
    }

    @Test
    void scannerThatFailsOnceGetsNothingUntilItHasProvenItselfAgain() throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(new FaithfulClamd())) {
            ScannerPool pool = proven(1, clamd.address());
            clamd.playFromNow(ScriptedClamd.Call::drop);
            assertThat(scan(pool).outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(pool.isFit()).isFalse();

            clamd.playFromNow(new FaithfulClamd());
            assertThat(scan(pool).outcome()).isEqualTo(Outcome.UNDECIDED);
            pool.scanners().get(0).watch();
            assertThat(scan(pool).outcome()).isEqualTo(Outcome.CLEAN);
        }
    }

    @Test
    void scannerWhoseLimitWasLoweredIsLeftOutInsteadOfAskedForEver() throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(new FaithfulClamd())) {
            ScannerPool pool = proven(1, clamd.address());
            clamd.playFromNow(new FaithfulClamd().takingAtMost(100_000));
            assertThat(pool.scan(Sample.eicar(500_000), 500_000).outcome()).isEqualTo(Outcome.UNDECIDED);
            pool.scanners().get(0).watch();
            assertThat(pool.states().get(0).fault()).contains(Fault.STREAM_LIMIT_TOO_LOW);
            int calls = clamd.calls();
            assertThat(pool.scan(Sample.eicar(500_000), 500_000).outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(clamd.calls()).isEqualTo(calls);
        }
    }

    @Test
    void tellsTheSignaturesThatEveryFitScannerHasAtLeast() throws IOException {
        try (ScriptedClamd newer =
                        new ScriptedClamd(new FaithfulClamd().calling("ClamAV 1.4.6/27451/Tue Nov 24 09:12:33 2026"));
                ScriptedClamd older = new ScriptedClamd(new FaithfulClamd());
                ScriptedClamd secret = new ScriptedClamd(new FaithfulClamd().calling("ClamAV 1.4.6"));
                ScriptedClamd unfit = new ScriptedClamd(FaithfulClamd.acquitting())) {
            assertThat(pool(1, newer.address()).signatures()).isEmpty();
            assertThat(proven(1, newer.address(), unfit.address()).signatures()).contains(27_451);
            assertThat(proven(1, newer.address(), older.address()).signatures()).contains(27_450);
            assertThat(proven(1, newer.address(), secret.address()).signatures())
                    .isEmpty();
        }
    }

    @Test
    void convictionTellsWhichScannerSaidItWithWhichSignatures() throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(new FaithfulClamd())) {
            ScanVerdict verdict = proven(1, clamd.address())
                    .scan(Sample.eicar(), Sample.eicar().size());
            assertThat(verdict.scanner()).contains(FaithfulClamd.VERSION);
        }
    }

    @Test
    void anotherIsAskedWhenOneDoesNotAnswerTheCall() throws IOException {
        ScriptedClamd gone = new ScriptedClamd(new FaithfulClamd());
        try (gone;
                ScriptedClamd there = new ScriptedClamd(new FaithfulClamd())) {
            ScannerPool pool = proven(3, gone.address(), there.address());
            gone.close();
            for (int i = 0; i < 4; i++) {
                assertThat(scan(pool).outcome()).isEqualTo(Outcome.CLEAN);
            }
            assertThat(pool.isFit()).isTrue();
        }
    }

    @Test
    void givesNoMoreAtOnceThanAgreedAndKeepsNobodyWaitingForEver() throws IOException {
        AtomicInteger most = new AtomicInteger();
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService senders = Executors.newFixedThreadPool(5);
        try (ScriptedClamd clamd = new ScriptedClamd(new FaithfulClamd())) {
            ScannerPool pool = proven(2, clamd.address());
            AtomicInteger now = new AtomicInteger();
            clamd.playFromNow(call -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                call.takeAll();
                end.await();
                now.decrementAndGet();
                call.say("stream: OK\0");
            });
            List<CompletableFuture<ScanVerdict>> scans = IntStream.range(0, 5)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> scanOfSomeSeconds(pool), senders))
                    .toList();
            await().until(() -> pool.free() == 0);
            await().until(() -> scans.stream().filter(CompletableFuture::isDone).count() >= 3);
            end.countDown();
            assertThat(scans.stream().map(CompletableFuture::join).map(ScanVerdict::detail))
                    .contains("no scanner is free");
            assertThat(most.get()).isEqualTo(2);
        } finally {
            senders.shutdown();
        }
    }

    @Test
    void sessionsTogetherHaveNoMoreUnderWayThanAgreed() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ScriptedClamd clamd = new ScriptedClamd(new FaithfulClamd())) {
            ScannerPool pool = proven(2, clamd.address());
            clamd.playFromNow(call -> {
                call.command();
                int told = 0;
                for (int taken = 1; ; taken++) {
                    call.takeAll();
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    if (now.get() == 2 || taken == 20) {
                        while (told < taken) {
                            now.decrementAndGet();
                            told++;
                            call.say(told + ": stream: OK\0");
                        }
                    }
                }
            });
            ScanSession session = pool.session();
            for (int number = 0; number < 20; number++) {
                session.scan(new byte[number], verdict -> {});
            }
            assertThat(pool.free()).isZero();
            session.settle();
            assertThat(pool.scanners().get(0).reserveNow()).isTrue();
            assertThat(pool.scanners().get(0).reserveNow()).isTrue();
            assertThat(most.get()).isEqualTo(2);
        }
    }

    /** With one place for everybody, a file of thousands of members must not keep it until it is done. */
    @Test
    void sessionGivesWayToWhoWaits() throws Exception {
        try (ScriptedClamd clamd = new ScriptedClamd(new FaithfulClamd())) {
            ScannerPool pool = proven(1, clamd.address());
            ScanSession session = pool.session();
            List<ScanVerdict> verdicts = new ArrayList<>();
            session.scan(new byte[1], verdicts::add);
            CompletableFuture<ScanVerdict> other = CompletableFuture.supplyAsync(() -> scan(pool));
            await().until(pool.scanners().get(0)::isWanted);
            session.scan(new byte[2], verdicts::add);
            assertThat(other.get().outcome()).isEqualTo(Outcome.CLEAN);
            session.settle();
            assertThat(verdicts).extracting(ScanVerdict::outcome).containsExactly(Outcome.CLEAN, Outcome.CLEAN);
        }
    }

    @Test
    void scannerThatFailsInASessionIsLeftOutAndTheRestHasNoVerdictAtOnce() throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(new FaithfulClamd())) {
            ScannerPool pool = proven(1, clamd.address());
            clamd.playFromNow(call -> {
                call.command();
                call.drop();
            });
            ScanSession session = pool.session();
            List<ScanVerdict> verdicts = new ArrayList<>();
            for (int number = 0; number < 1_000; number++) {
                session.scan(new byte[number], verdicts::add);
            }
            session.settle();
            assertThat(verdicts).hasSize(1_000).extracting(ScanVerdict::outcome).containsOnly(Outcome.UNDECIDED);
            assertThat(pool.states().get(0).fault()).contains(Fault.NO_VERDICT);
            assertThat(pool.scanners().get(0).reserveNow()).isTrue();
        }
    }

    private static ScannerPool proven(int atOnce, SocketAddress... addresses) {
        ScannerPool pool = pool(atOnce, addresses);
        pool.scanners().forEach(WatchedScanner::look);
        return pool;
    }

    private static ScannerPool pool(int atOnce, SocketAddress... addresses) {
        return new ScannerPool(Stream.of(addresses).toList(), TERMS, atOnce);
    }

    private static ScanVerdict scan(ScannerPool pool) {
        return scan(pool, Sample.harmless());
    }

    /** May take longer than anybody waits for a place. */
    private static ScanVerdict scanOfSomeSeconds(ScannerPool pool) {
        return scan(pool, Sample.eicar(TERMS.limit()));
    }

    private static ScanVerdict scan(ScannerPool pool, Sample sample) {
        try {
            return pool.scan(sample, sample.size());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
