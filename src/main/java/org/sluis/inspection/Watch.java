package org.sluis.inspection;

import java.time.Duration;

/** Adds up the time in which the portal waits for a child, and tells when it is too much. Thread-safe. */
final class Watch {

    private long limitNanos;
    private long usedNanos;
    private long waitingSince;
    private boolean waiting;
    private boolean expired;

    Watch(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    /** Begins anew. */
    synchronized void allow(Duration limit) {
        limitNanos = limit.toNanos();
        usedNanos = 0;
    }

    synchronized void start() {
        waiting = true;
        waitingSince = System.nanoTime();
    }

    synchronized void stop() {
        waiting = false;
        usedNanos += System.nanoTime() - waitingSince;
    }

    /** Whether the time is over; once it is, it stays so. */
    synchronized boolean isOver() {
        expired |= waiting && usedNanos + System.nanoTime() - waitingSince > limitNanos;
        return expired;
    }

    synchronized boolean hasExpired() {
        return expired;
    }
}
