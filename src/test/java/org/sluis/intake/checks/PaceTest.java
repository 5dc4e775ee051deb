package org.sluis.intake.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Scanning again never takes more than its share, whether the files are large or many. */
class PaceTest {

    private static final long PER_SECOND = 1_000_000;

    private final Pace pace = new Pace(PER_SECOND, 0);

    @Test
    void largeFileIsRestedForAsLongAsItWasTooLarge() {
        assertThat(pace.allows(0)).isTrue();
        pace.spend(10 * PER_SECOND);
        assertThat(pace.allows(seconds(8.9))).isFalse();
        assertThat(pace.allows(seconds(9.1))).isTrue();
    }

    @Test
    void smallFilesAreFewASecond() {
        int files = 0;
        for (double second = 0; second < 100; second += 0.01) {
            while (pace.allows(seconds(second))) {
                pace.spend(1);
                files++;
            }
        }
        assertThat((double) files).isBetween(95.0 * PER_SECOND / Pace.LEAST, 105.0 * PER_SECOND / Pace.LEAST);
    }

    @Test
    void restIsNotSavedUpForLater() {
        assertThat(pace.allows(seconds(3_600))).isTrue();
        pace.spend(2 * PER_SECOND);
        assertThat(pace.allows(seconds(3_600.9))).isFalse();
        assertThat(pace.allows(seconds(3_601.1))).isTrue();
    }

    private static long seconds(double seconds) {
        return (long) (seconds * Duration.ofSeconds(1).toNanos());
    }
}
