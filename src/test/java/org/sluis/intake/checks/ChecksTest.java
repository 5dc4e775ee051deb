package org.sluis.intake.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.clamd.FitScanner;
import org.sluis.platform.config.SampleSettings;
import org.sluis.platform.jobs.Jobs;
import org.sluis.quarantine.Waiting;

/** Who is served when, with one place for checks. Everything happens on the test's own thread, one check after the other. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class ChecksTest {

    private final FitScanner scanner = new FitScanner();
    private final Deque<Runnable> begun = new ArrayDeque<>();
    private final Deque<Pending> inDatabase = new ArrayDeque<>();
    private final List<Pending> checked = new ArrayList<>();
    private final Checks checks = new Checks();

    ChecksTest() throws IOException {}

    @BeforeEach
    void onePlace() {
        checks.jobs = new Jobs() {
            @Override
            public void begin(Runnable work) {
                begun.add(work);
            }

            @Override
            public Repetition every(String name, Duration pause, Runnable work) {
                return () -> {};
            }
        };
        checks.gate = new Gate() {
            @Override
            public void check(Pending pending) {
                checked.add(pending);
            }
        };
        checks.waiting = new Waiting() {
            @Override
            public List<Pending> claim(int most, Instant leaseEnd) {
                return Stream.generate(inDatabase::poll)
                        .limit(Math.min(most, inDatabase.size()))
                        .toList();
            }
        };
        checks.scanners = scanner.pool();
        checks.settings = SampleSettings.with(Map.of("sluis.scanner.at-once", "1"));
        checks.open();
    }

    @AfterEach
    void stop() throws IOException {
        scanner.close();
    }

    @Test
    void whatWaitsInTheDatabaseHasItsTurnHoweverLongTheLineIs() {
        List<Pending> line = Stream.generate(SomePending::file)
                .limit(9)
                .peek(checks::beginUnattended)
                .toList();
        List<Pending> elsewhere = Stream.generate(SomePending::file)
                .limit(2)
                .peek(inDatabase::add)
                .toList();

        work();

        List<Pending> order = new ArrayList<>(line);
        order.add(4, elsewhere.get(0));
        order.add(8, elsewhere.get(1));
        assertThat(checked).isEqualTo(order);
    }

    @Test
    void turnOfTheDatabaseIsTheLinesWhereNothingWaitsThere() {
        List<Pending> line = Stream.generate(SomePending::file)
                .limit(9)
                .peek(checks::beginUnattended)
                .toList();

        work();

        assertThat(checked).isEqualTo(line);
    }

    @Test
    void placeThatNobodyInTheLineWantsIsForWhatWaitsInTheDatabase() {
        CompletableFuture<Void> verdict = checks.begin(SomePending.file());
        inDatabase.add(SomePending.file());

        work();

        assertThat(verdict).isDone();
        assertThat(checked).hasSize(2);
    }

    private void work() {
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
    }
}
