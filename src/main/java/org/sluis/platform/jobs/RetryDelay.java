package org.sluis.platform.jobs;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a piece of work that failed waits for its next try: twice as long each time, up to a cap, never all at once. */
public record RetryDelay(Duration cap) {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 30;
    private static final double SPREAD = 0.2;

    /** @param attempts how many tries there were, one at least */
    public Duration after(int attempts, RandomGenerator random) {
        Duration grown = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration delay = grown.compareTo(cap) < 0 ? grown : cap;
        return Duration.ofMillis((long) (delay.toMillis() * (1 - SPREAD * random.nextDouble())));
    }
}
