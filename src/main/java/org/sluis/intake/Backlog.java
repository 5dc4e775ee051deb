package org.sluis.intake;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.sluis.documents.Waiting;
import org.sluis.platform.config.Settings;

/** Looks after what waits: counts it for the operator, and raises an alarm for each file that waits too long. */
@ApplicationScoped
public class Backlog {

    private static final Logger LOG = System.getLogger(Backlog.class.getName());
    private static final int PAUSE_SECONDS = 5;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Waiting waiting;

    @Inject
    Settings settings;

    @Inject
    MetricRegistry metrics;

    @Inject
    Event<CheckOverdue> overdue;

    private final AtomicReference<@Nullable Future<?>> rounds = new AtomicReference<>();
    private volatile Waiting.Backlog seen = new Waiting.Backlog(0, 0, Duration.ZERO);

    void start(@Observes Startup event) {
        gauge("sluis.checks.pending", () -> seen.checking());
        gauge("sluis.checks.overdue", () -> seen.overdue());
        gauge("sluis.checks.oldest.seconds", () -> seen.oldest().toSeconds());
        rounds.set(executor.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS));
    }

    private void gauge(String name, Supplier<Long> reading) {
        metrics.gauge(name, reading);
    }

    private void look() {
        try {
            waiting.overdue(Instant.now().minus(settings.intake().overdue())).forEach(late -> {
                LOG.log(
                        Level.WARNING,
                        "Document {0}, version {1}, uploaded at {2}, is still without verdict",
                        late.documentId(),
                        late.version(),
                        late.uploadedAt());
                overdue.fire(new CheckOverdue(late.documentId(), late.version(), late.uploadedAt()));
            });
            seen = waiting.backlog();
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "What waits cannot be counted: {0}", databaseAway.toString());
        }
    }

    @PreDestroy
    void stop() {
        Future<?> running = rounds.getAndSet(null);
        if (running != null) {
            running.cancel(false);
        }
    }
}
