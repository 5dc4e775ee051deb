package org.sluis.access;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Moves expired grants to the history, a few at a time, so that nobody waits for it. */
@ApplicationScoped
public class ExpiryPatrol {

    private static final Logger LOG = System.getLogger(ExpiryPatrol.class.getName());
    private static final int SECONDS_BETWEEN = 15;
    private static final int AT_ONCE = 500;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    ExpiredGrants expired;

    private final AtomicReference<@Nullable Future<?>> patrol = new AtomicReference<>();

    void start(@Observes Startup event) {
        patrol.set(executor.scheduleWithFixedDelay(this::sweep, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS));
    }

    @PreDestroy
    void stop() {
        Future<?> running = patrol.getAndSet(null);
        if (running != null) {
            running.cancel(false);
        }
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
