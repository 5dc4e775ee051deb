package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.sluis.documents.Waiting;
import org.sluis.documents.Waiting.Overdue;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.Jobs;

/** Calls the operator for each file that is without verdict for too long: once in the log, in the trail and by event. */
@ApplicationScoped
public class OverdueAlarm {

    private static final Logger LOG = System.getLogger(OverdueAlarm.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    Jobs jobs;

    @Inject
    Waiting waiting;

    @Inject
    Settings settings;

    @Inject
    Event<CheckOverdue> event;

    void start(@Observes Startup startup) {
        jobs.every(PAUSE, this::look);
    }

    private void look() {
        try {
            waiting.overdue(Instant.now().minus(settings.intake().overdue())).forEach(this::raise);
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "What waits cannot be looked after: {0}", databaseAway.toString());
        }
    }

    private void raise(Overdue late) {
        LOG.log(
                Level.WARNING,
                "ALARM: document {0}, version {1}, uploaded at {2}, is still without verdict",
                late.documentId(),
                late.version(),
                late.uploadedAt());
        event.fire(new CheckOverdue(late.documentId(), late.version(), late.uploadedAt()));
    }
}
