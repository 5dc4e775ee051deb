package org.sluis.platform.bodies;

import java.time.Duration;

/**
 * What came or went over one connection. In each window of time spent waiting for the other end a least number of bytes must
 * move; what the portal does in between takes nothing of it.
 */
final class Progress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long window;
    private final long slowest;
    private long waited;
    private long moved;

    /** @param slowest bytes a second that must move in each {@code window} */
    Progress(Duration window, long slowest) {
        this.window = window.toNanos();
        this.slowest = slowest;
    }

    /**
     * Counts what has moved.
     *
     * @param nanos that were waited for it
     * @return whether a window has ended in which too little did
     */
    boolean isTooLittle(long nanos, long bytes) {
        waited += nanos;
        moved += bytes;
        if (waited < window) {
            return false;
        }
        boolean tooLittle = moved < slowest * (waited / NANOS_PER_SECOND);
        waited = 0;
        moved = 0;
        return tooLittle;
    }
}
