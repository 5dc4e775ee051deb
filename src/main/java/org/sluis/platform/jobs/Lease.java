package org.sluis.platform.jobs;

import java.time.Duration;
import java.time.Instant;

/**
 * That this node alone works on something. It is said again and again in the database, three times in the length of a
 * lease; where it could not be said for that long it is over by the clock, and where the database says that the claim is
 * over it is over at once. Then another node may be at work, so whoever does what the database cannot fence asks first.
 */
public final class Lease implements AutoCloseable {

    private static final int RENEWALS = 3;

    private final Duration length;
    private final Renewal renewal;
    private final Jobs.Repetition heartbeat;
    private volatile long renewed = System.nanoTime();
    private volatile boolean lost;

    /** Says in the database that a claim goes on. */
    public interface Renewal {
        /** @return whether the claim still holds */
        boolean until(Instant end);
    }

    /** @param length how long others leave the work alone unless they hear again */
    public Lease(Jobs jobs, Duration length, Renewal renewal) {
        this.length = length;
        this.renewal = renewal;
        this.heartbeat = jobs.every("lease", length.dividedBy(RENEWALS), this::renew);
    }

    private void renew() {
        if (lost) {
            return;
        }
        long begin = System.nanoTime();
        if (renewal.until(Instant.now().plus(length))) {
            renewed = begin;
        } else {
            lost = true;
        }
    }

    /** Whether nobody else can have begun to work on it. */
    public boolean isHeld() {
        return !lost && System.nanoTime() - renewed <= length.toNanos();
    }

    @Override
    public void close() {
        heartbeat.end();
    }
}
