package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.Row;

/** How many people used the portal on each day, counted out of the trail; never who (promise B18). */
@ApplicationScoped
public class ActivePeople {

    private static final String BY_DAY = """
            select cast(done.day as text), count(distinct a.actor_id)
            from audit_entry a
            cross join lateral (select cast(a.at at time zone ?1 as date) as day) done
            where a.at >= cast(?2 as timestamptz) and a.actor_id is not null
            group by done.day
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Settings settings;

    /** By day in the portal's time zone; days on which nobody did anything are missing. */
    @Transactional
    public Map<LocalDate, Long> since(Caller administrator, LocalDate first) {
        List<?> rows = entities.createNativeQuery(BY_DAY)
                .setParameter(1, settings.zone().getId())
                .setParameter(2, first.atStartOfDay(settings.zone()).toInstant().toString())
                .getResultList();
        return rows.stream()
                .map(Row::of)
                .collect(Collectors.toMap(row -> LocalDate.parse(row.text(0).orElseThrow()), row -> row.number(1)));
    }
}
