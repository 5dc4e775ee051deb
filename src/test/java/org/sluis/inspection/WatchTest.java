package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.ParserLost.Cause;

/** How long a child may take: the processor counts against the file, the clock against the machine. */
class WatchTest {

    private long used;
    private long now = 1_000;
    private final Watch watch = new Watch(() -> used, () -> now);

    @BeforeEach
    void begin() {
        used = seconds(100);
        watch.begin(Duration.ofSeconds(60));
    }

    @Test
    void processorTimeIsTheFilesOwn() {
        used += seconds(60);
        assertThat(watch.isOver()).isFalse();
        used += 1;
        assertThat(watch.isOver()).isTrue();
        assertThat(watch.verdict()).contains(Cause.EFFORT);
    }

    @Test
    void childThatGetsASmallPartOfAProcessorIsNotEnded() {
        watch.start();
        now += seconds(500);
        used += seconds(45);
        assertThat(watch.isOver()).isFalse();
        used += seconds(16);
        assertThat(watch.isOver()).isTrue();
        assertThat(watch.verdict()).contains(Cause.EFFORT);
    }

    @Test
    void childThatMakesNoHeadwayIsEndedByTheClock() {
        watch.start();
        now += seconds(60);
        assertThat(watch.isOver()).isFalse();
        now += 1;
        assertThat(watch.isOver()).isTrue();
        assertThat(watch.verdict()).contains(Cause.CLOCK);
    }

    @Test
    void timeInWhichThePortalDoesNotWaitForTheChildIsNobodys() {
        watch.start();
        now += seconds(30);
        watch.stop();
        now += seconds(3_600);
        assertThat(watch.isOver()).isFalse();
        watch.start();
        now += seconds(31);
        assertThat(watch.isOver()).isTrue();
    }

    @Test
    void whatWasUsedBeforeDoesNotCountAgainstTheNextFile() {
        used += seconds(50);
        watch.rest();
        used += seconds(50);
        now += seconds(3_600);
        assertThat(watch.isOver()).isFalse();
        watch.begin(Duration.ofSeconds(60));
        used += seconds(50);
        assertThat(watch.isOver()).isFalse();
    }

    @Test
    void onceItIsOverItStaysSo() {
        used += seconds(61);
        assertThat(watch.isOver()).isTrue();
        watch.rest();
        watch.begin(Duration.ofSeconds(60));
        assertThat(watch.isOver()).isTrue();
    }

    private static long seconds(long count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
