package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.sluis.platform.jobs.Jobs;

/** Moves expired grants to the history, a few at a time, so that nobody waits for it. */
@ApplicationScoped
public class ExpiryPatrol {

    private static final Logger LOG = System.getLogger(ExpiryPatrol.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int AT_ONCE = 500;

    @Inject
    Jobs jobs;

    @Inject
    ExpiredGrants expired;

    void start(@Observes Startup event) {
        jobs.every("expired-grants", PAUSE, this::sweep);
    }

    private void sweep() {
        try {
            int moved = AT_ONCE;
            while (moved == AT_ONCE) {
                moved = expired.move(AT_ONCE);
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "Expired grants stay where they are for now: {0}", databaseAway.toString());
        }
    }
}
