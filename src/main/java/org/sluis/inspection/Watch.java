package org.sluis.inspection;

/** Adds up the time in which the portal waits for a child, and tells when it is too much. Thread-safe. */
final class Watch {

    private final long limitNanos;
    private long usedNanos;
    private long waitingSince;
    private boolean waiting;
    private boolean expired;

    Watch(long limitMillis) {
        this.limitNanos = limitMillis * 1_000_000;
    }

    synchronized void reset() {
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
