package org.sluis.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Work that one node does for all of them, again and again. Each node asks once a minute whether it is due; the one that
 * claims it keeps its lease while it works, and a node that dies is followed by another when the lease ends.
 */
@ApplicationScoped
public class ClusterWork {

    private static final Logger LOG = System.getLogger(ClusterWork.class.getName());
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Inject
    Jobs jobs;

    @Inject
    ClusterClaims claims;

    /**
     * Does {@code work} now if it is due, and whenever it is due again.
     *
     * @param pause from the end of one time to the beginning of the next, at whatever nodes
     */
    public Jobs.Repetition every(String name, Duration pause, Runnable work) {
        jobs.begin(() -> look(name, pause, work));
        return jobs.every(name, LOOK, pause, () -> look(name, pause, work));
    }

    private void look(String name, Duration pause, Runnable work) {
        OptionalLong claim;
        try {
            claim = claims.claim(name, Instant.now().plus(LEASE));
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "{0} cannot be claimed now: {1}", name, databaseAway.toString());
            return;
        }
        if (claim.isPresent()) {
            run(name, claim.getAsLong(), pause, work);
        }
    }

    private void run(String name, long claim, Duration pause, Runnable work) {
        Lease lease = new Lease(jobs, LEASE, end -> claims.renew(name, claim, end));
        try {
            work.run();
        } finally {
            lease.close();
            claims.renew(name, claim, Instant.now().plus(pause));
        }
    }
}
