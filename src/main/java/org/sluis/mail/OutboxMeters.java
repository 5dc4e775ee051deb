package org.sluis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.sluis.platform.health.Meters;
import org.sluis.platform.persistence.Row;

/** How many mails wait, for how long, and how many nobody tries any more. */
@ApplicationScoped
public class OutboxMeters {

    private static final String WAITING = """
            select count(*) from notice where state = 'WAITING' and coalesce(due_at, written_at) <= clock_timestamp()
            """;
    private static final String GIVEN_UP = "select count(*) from notice where state = 'GIVEN_UP'";
    private static final String OLDEST = """
            select coalesce(extract(epoch from clock_timestamp() - min(coalesce(due_at, written_at))), 0) from notice
            where state = 'WAITING' and coalesce(due_at, written_at) <= clock_timestamp()
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Meters meters;

    /** @param self this bean as others see it, with its transactions */
    void start(@Observes Startup event, OutboxMeters self) {
        meters.watch("sluis_mails_waiting", "Mails to be sent", MetricUnits.NONE, () -> self.number(WAITING));
        meters.watch(
                "sluis_mails_oldest_waiting",
                "Seconds since the oldest of them was due",
                MetricUnits.SECONDS,
                () -> self.number(OLDEST));
        meters.watch(
                "sluis_mails_given_up", "Mails nobody tries any more", MetricUnits.NONE, () -> self.number(GIVEN_UP));
    }

    /** @param query one of our own statements with one number as its answer */
    @Transactional
    long number(String query) {
        return Row.of(entities.createNativeQuery(query).getSingleResult()).number(0);
    }
}
