package org.sluis.intake.checks;

import java.time.Duration;

/**
 * Keeps work slow: so many bytes a second on the average, however large the single files are. What one took beyond that is
 * rested afterwards; rest that nobody needed is not saved up for longer than a second. Not for several threads.
 */
final class Pace {

    /** A small file costs about as much as this many bytes. */
    static final long LEAST = 256 * 1024;

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final double bytesPerSecond;
    private double allowance;
    private long since;

    /** @param now in nanoseconds, on the clock that never jumps */
    Pace(long bytesPerSecond, long now) {
        this.bytesPerSecond = (double) bytesPerSecond;
        this.allowance = this.bytesPerSecond;
        this.since = now;
    }

    /** Whether the next piece of work may begin. */
    boolean allows(long now) {
        double seconds = (double) (now - since) / NANOS;
        allowance = Math.min(bytesPerSecond, allowance + seconds * bytesPerSecond);
        since = now;
        return allowance > 0;
    }

    /** A file of so many bytes is done. */
    void spend(long bytes) {
        allowance -= Math.max(bytes, LEAST);
    }
}
