package org.sluis.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.health.Meters;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/** How many versions wait for their verdict, and for how long: nothing is stuck without being seen. */
@ApplicationScoped
public class WaitingChecks {

    private static final String COUNT = "select count(*) from document_version where state = 'CHECKING'";
    private static final String OVERDUE =
            "select count(*) from document_version where state = 'CHECKING' and overdue_at is not null";
    private static final String OLDEST = """
            select coalesce(extract(epoch from clock_timestamp() - min(uploaded_at)), 0)
            from document_version where state = 'CHECKING'
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Meters meters;

    /** @param self this bean as others see it, with its transactions */
    void start(@Observes Startup event, WaitingChecks self) {
        meters.watch(
                "sluis_checks_waiting",
                "Versions that wait for their verdict",
                MetricUnits.NONE,
                () -> self.number(COUNT));
        meters.watch(
                "sluis_checks_overdue",
                "Versions without verdict for longer than they may be",
                MetricUnits.NONE,
                () -> self.number(OVERDUE));
        meters.watch(
                "sluis_checks_oldest_waiting",
                "Seconds since the oldest of them arrived",
                MetricUnits.SECONDS,
                () -> self.number(OLDEST));
    }

    /** @param query one of our own statements with one number as its answer */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    long number(String query) {
        return Row.of(entities.createNativeQuery(query).getSingleResult()).number(0);
    }
}
