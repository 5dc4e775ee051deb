package org.sluis.inspection;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.sluis.inspection.ParserLost.Cause;

/**
 * Says when a child has had enough of one file. What a file costs is the child's own processor time; the clock measures how
 * busy the machine is as well, so it only ends a child that makes no headway: one that hangs, is stopped or is starved.
 * Thread-safe.
 */
final class Watch {

    /** A child that gets less than this part of a processor while the portal waits for it makes no headway. */
    private static final int LEAST_PART = 10;

    private final LongSupplier processor;
    private final LongSupplier clock;
    private long limit;
    private long processorBefore;
    private long waited;
    private long waitingSince;
    private boolean waiting;
    private boolean working;
    private Optional<Cause> over = Optional.empty();

    /**
     * @param processor the child's processor time so far in nanoseconds; always 0 where nobody tells
     * @param clock in nanoseconds
     */
    Watch(LongSupplier processor, LongSupplier clock) {
        this.processor = processor;
        this.clock = clock;
    }

    /** One file begins. */
    synchronized void begin(Duration time) {
        limit = time.toNanos();
        waited = 0;
        processorBefore = processor.getAsLong();
        working = true;
    }

    /** The file is done. From then on nothing counts, so that it cannot be counted against the next one. */
    synchronized void rest() {
        working = false;
    }

    /** The portal begins to wait for the child. */
    synchronized void start() {
        waiting = true;
        waitingSince = clock.getAsLong();
    }

    synchronized void stop() {
        waiting = false;
        waited += clock.getAsLong() - waitingSince;
    }

    /** Looks whether it has had enough; once it has, it stays so. */
    synchronized boolean isOver() {
        if (working && over.isEmpty()) {
            over = judge();
        }
        return over.isPresent();
    }

    private Optional<Cause> judge() {
        long used = Math.max(0, processor.getAsLong() - processorBefore);
        if (used > limit) {
            return Optional.of(Cause.EFFORT);
        }
        long kept = waiting ? waited + clock.getAsLong() - waitingSince : waited;
        return kept > limit + LEAST_PART * used ? Optional.of(Cause.CLOCK) : Optional.empty();
    }

    /** Why it has had enough, where it has. */
    synchronized Optional<Cause> verdict() {
        return over;
    }
}
