package org.sluis.inspection.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.ScanVerdict.Outcome;

/** An independent witness of why the adapter is our own: what the stock client makes of the same scanner. */
class StockClientTest {

    private static final Path DECISION = Path.of("src/adr/0003-own-clamd-adapter.md");
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ScanTerms TERMS = new ScanTerms(PATIENCE, 10_000_000, 50_000_000);

    @Test
    void decisionTellsEachTimeItWouldHaveSaidCleanWhereTheAdapterDoesNot() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Misbehaviour misbehaviour : misbehaviours()) {
            Outcome outcome = outcome(misbehaviour);
            if (isAcquitted(misbehaviour) && outcome != Outcome.CLEAN) {
                rows.add("| %s | clean | %s |"
                        .formatted(misbehaviour.name(), outcome == Outcome.FOUND ? "found" : "no verdict"));
            }
        }
        assertThat(Files.readAllLines(DECISION))
                .filteredOn(line -> line.startsWith("| says"))
                .isEqualTo(rows);
    }

    @Test
    void acquitsWhereTheScannerIsSound() throws IOException {
        try (ScriptedClamd sound = new ScriptedClamd(new FaithfulClamd())) {
            assertThat(stock(sound).acquits(Channels.newInputStream(Sample.harmless())))
                    .isTrue();
            assertThat(stock(sound).acquits(Channels.newInputStream(Sample.eicar())))
                    .isFalse();
        }
    }

    @Test
    void isHeldByAScannerThatTakesNothingForAsLongAsThatLikes() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedClamd greedy = new ScriptedClamd(call -> {
            begun.countDown();
            end.await();
        })) {
            CompletableFuture<Boolean> acquittal = CompletableFuture.supplyAsync(
                    () -> stock(greedy).acquits(Channels.newInputStream(Sample.eicar(20_000_000))));
            begun.await();
            assertThat(new ClamdScanner(greedy.address(), TERMS)
                            .scan(Sample.eicar(20_000_000), 20_000_000)
                            .outcome())
                    .isEqualTo(Outcome.UNDECIDED);
            assertThat(acquittal).isNotDone();
            end.countDown();
            assertThat(acquittal.get()).isFalse();
        }
    }

    /** What was said in sessions is put to both as a reply to one stream. */
    private static List<Misbehaviour> misbehaviours() {
        return Stream.concat(
                        Misbehaviours.ofOneScan(),
                        Misbehaviours.repliesInSession()
                                .map(Misbehaviour::saying)
                                .filter(saying -> Misbehaviours.ofOneScan()
                                        .noneMatch(other -> other.name().equals(saying.name()))))
                .toList();
    }

    private static Outcome outcome(Misbehaviour misbehaviour) throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(misbehaviour.script())) {
            long size = misbehaviour.size();
            return new ClamdScanner(clamd.address(), TERMS)
                    .scan(Sample.eicar(size), size)
                    .outcome();
        }
    }

    private static boolean isAcquitted(Misbehaviour misbehaviour) throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(misbehaviour.script())) {
            return stock(clamd).acquits(Channels.newInputStream(Sample.eicar(misbehaviour.size())));
        }
    }

    private static StockClient stock(ScriptedClamd clamd) {
        return new StockClient(clamd.address(), PATIENCE);
    }
}
