package org.sluis.intake.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.quarantine.Waiting;
import org.sluis.quarantine.Waiting.Overdue;

/**
 * Calls the operator for each file that is without verdict for too long: once in the log, in the trail and by event. Who
 * hears the event joins the transaction in which the file is marked: after a crash in between it is told later, not never.
 */
@ApplicationScoped
public class OverdueAlarm {

    private static final Logger LOG = System.getLogger(OverdueAlarm.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    @Inject
    Jobs jobs;

    @Inject
    Waiting waiting;

    @Inject
    Settings settings;

    @Inject
    Event<CheckOverdue> event;

    /** @param self this bean as others see it, with its transactions */
    void start(@Observes Startup startup, OverdueAlarm self) {
        jobs.every("overdue-checks", PAUSE, () -> quietly(self));
    }

    private static void quietly(OverdueAlarm alarm) {
        try {
            alarm.look();
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "What waits cannot be looked after: {0}", databaseAway.toString());
        }
    }

    @Transactional
    @ActsAs(SystemCaller.GATE)
    void look() {
        waiting.overdue(Instant.now().minus(settings.intake().overdue()), AT_ONCE)
                .forEach(this::raise);
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
