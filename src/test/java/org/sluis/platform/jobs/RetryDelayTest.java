package org.sluis.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryDelayTest {

    private static final Duration CAP = Duration.ofMinutes(5);

    private final RetryDelay delay = new RetryDelay(CAP);
    private final Random random = new Random(5);

    @Test
    void growsToItsCapAndNoFurther() {
        Duration longest = Duration.ZERO;
        for (int attempts = 1; attempts <= 8; attempts++) {
            Duration next = delay.after(attempts, random);
            assertThat(next).isGreaterThan(longest);
            longest = next;
        }
        for (int attempts : new int[] {9, 30, 31, 32, 64, 1_000_000}) {
            assertThat(delay.after(attempts, random))
                    .isBetween(CAP.multipliedBy(4).dividedBy(5), CAP);
        }
    }

    @Test
    void spreadsWhatFailedTogether() {
        assertThat(random.doubles(20).mapToObj(any -> delay.after(5, random)).distinct())
                .hasSizeGreaterThan(10);
    }
}
