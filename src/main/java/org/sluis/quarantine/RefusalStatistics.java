package org.sluis.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.audit.Trail;
import org.sluis.documents.Explanations;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/** Which rules of the gate hit how many senders: a rule that refuses what many people send may be wrong. */
@ApplicationScoped
public class RefusalStatistics {

    private static final int USUAL = 90;
    private static final int LONGEST = 366;

    private static final String BY_RULE = """
            select v.rule, count(*), count(distinct v.uploader_id), count(distinct u.organisation_id)
            from document_version v
            join person u on u.id = v.uploader_id
            where v.rule is not null and v.decided_at > cast(?1 as timestamptz)
            group by v.rule
            order by count(*) desc, v.rule
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Quarantine quarantine;

    @Inject
    Explanations explanations;

    @Inject
    Trail trail;

    /**
     * How many days back.
     *
     * @throws ProblemException {@code invalid-member} for none, or more than are kept in reach
     */
    static int period(@Nullable Integer days) {
        int asked = Optional.ofNullable(days).orElse(USUAL);
        if (asked < 1 || asked > LONGEST) {
            throw ProblemException.invalid("days", "range");
        }
        return asked;
    }

    @Transactional
    public FilteredView read(Caller administrator, int days) {
        quarantine.requireAdministrator(
                administrator, ResourceRef.every("version"), QuarantineAction.QUARANTINE_LISTED);
        List<?> rows = entities.createNativeQuery(BY_RULE)
                .setParameter(1, Instant.now().minus(days, ChronoUnit.DAYS).toString())
                .getResultList();
        trail.done(
                administrator,
                QuarantineAction.QUARANTINE_LISTED,
                ResourceRef.every("version"),
                QuarantineFacts.DeskListed.statistics(days));
        List<RefusalStatisticsView.Line> lines =
                rows.stream().map(Row::of).flatMap(this::line).toList();
        return FieldFilter.shown(new RefusalStatisticsView(days, lines), Audience.of(administrator));
    }

    private Stream<RefusalStatisticsView.Line> line(Row row) {
        return row.text(0).flatMap(Rule::named).stream()
                .map(rule -> new RefusalStatisticsView.Line(
                        rule.slug(), explanations.title(rule), row.number(1), row.number(2), row.number(3)));
    }
}
