package org.sluis.intake;

import java.time.Duration;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.jobs.Jobs.Repetition;

/**
 * That this node alone writes to an upload. It is said again and again in the database, and ends by the clock where it is
 * not: then another node may have begun to write, so who writes must ask first.
 */
final class Hold implements AutoCloseable {

    private static final int RENEWALS_PER_LEASE = 3;

    private final long lease;
    private final Repetition heartbeat;
    private volatile long renewed = System.nanoTime();

    /** @param renewal says it again in the database */
    Hold(Jobs jobs, Duration lease, Runnable renewal) {
        this.lease = lease.toNanos();
        this.heartbeat = jobs.every(lease.dividedBy(RENEWALS_PER_LEASE), () -> renew(renewal));
    }

    private void renew(Runnable renewal) {
        long begin = System.nanoTime();
        renewal.run();
        renewed = begin;
    }

    /** @throws ProblemException {@code unavailable} where it could not be said for too long */
    void require() {
        if (System.nanoTime() - renewed > lease) {
            throw new ProblemException(Problem.UNAVAILABLE);
        }
    }

    @Override
    public void close() {
        heartbeat.end();
    }
}
