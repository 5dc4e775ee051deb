package org.sluis.intake;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.platform.config.Settings;

/**
 * Runs checks, a few at a time, and takes up those whose node fell silent or whose next try is due. A running check
 * renews its lease, so that a second node never repeats it and a dead node's work is taken over soon.
 */
@ApplicationScoped
public class Checks {

    private static final Logger LOG = System.getLogger(Checks.class.getName());
    private static final int AT_ONCE = 4;
    private static final int RENEWALS_PER_LEASE = 3;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Gate gate;

    @Inject
    Reception reception;

    @Inject
    Settings settings;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicReference<@Nullable Future<?>> patrol = new AtomicReference<>();

    void start(@Observes Startup event) {
        patrol.set(executor.scheduleWithFixedDelay(this::takeUpDue, 1, 1, TimeUnit.SECONDS));
    }

    @PreDestroy
    void stop() {
        Future<?> running = patrol.getAndSet(null);
        if (running != null) {
            running.cancel(false);
        }
    }

    /** When a lease taken now ends. */
    Instant leaseEnd() {
        return Instant.now().plus(settings.intake().lease());
    }

    /** Begins the check of a file that was just entered; with no place free the patrol takes it up in its time. */
    CompletableFuture<Void> begin(Pending pending) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (places.tryAcquire()) {
            run(pending, done);
        } else {
            reception.nextAttempt(pending.versionId(), Instant.now());
        }
        return done;
    }

    private void takeUpDue() {
        try {
            int free = places.availablePermits();
            if (free > 0) {
                reception.claim(free, leaseEnd()).forEach(pending -> {
                    places.acquireUninterruptibly();
                    run(pending, new CompletableFuture<>());
                });
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "Waiting checks cannot be taken up: {0}", databaseAway.toString());
        }
    }

    private void run(Pending pending, CompletableFuture<Void> done) {
        Duration lease = settings.intake().lease();
        long renewal = lease.toMillis() / RENEWALS_PER_LEASE;
        Future<?> heartbeat = executor.scheduleAtFixedRate(
                () -> reception.nextAttempt(pending.versionId(), leaseEnd()), renewal, renewal, TimeUnit.MILLISECONDS);
        executor.execute(() -> {
            try {
                gate.check(pending);
            } finally {
                heartbeat.cancel(false);
                places.release();
                done.complete(null);
            }
        });
    }
}
