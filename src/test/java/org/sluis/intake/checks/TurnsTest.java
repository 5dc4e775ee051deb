package org.sluis.intake.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void everyFourthPlaceIsForWhatWaitsInTheDatabase() {
        assertThat(IntStream.range(0, 8).mapToObj(place -> turns.isDatabases()))
                .containsExactly(false, false, false, true, false, false, false, true);
    }

    @Test
    void manyWhoEndAtTheSameTimeGiveItNoMoreAndNoLess() {
        AtomicInteger given = new AtomicInteger();
        IntStream.range(0, 4_000)
                .parallel()
                .filter(place -> turns.isDatabases())
                .forEach(place -> given.incrementAndGet());
        assertThat(given).hasValue(1_000);
    }
}
