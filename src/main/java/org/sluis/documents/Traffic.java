package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;
import org.sluis.platform.persistence.Row;

/** How many files came in day by day, and what became of them: sums alone, of no document and of nobody. */
@ApplicationScoped
public class Traffic {

    private static final Projection SUMS = Projection.of("""
            day = cast(arrived.day as text)
            files = count(*)
            bytes = cast(sum(v.size) as bigint)
            refused = count(*) filter (where v.state = 'REJECTED')
            usually = coalesce(cast(percentile_disc(0.5) within group (order by waited.seconds) as bigint), 0)
            longest = coalesce(cast(percentile_disc(0.95) within group (order by waited.seconds) as bigint), 0)""");

    private static final String BY_DAY = """
            select %s
            from document_version v
            cross join lateral (select cast(v.uploaded_at at time zone ?1 as date) as day) arrived
            cross join lateral (select ceil(extract(epoch from v.checked_at - v.uploaded_at)) as seconds) waited
            where v.uploaded_at >= cast(?2 as timestamptz)
            group by arrived.day
            """.formatted(SUMS.sql());

    private static final String KEPT = """
            select count(*), cast(coalesce(sum(size), 0) as bigint) from document_version where wrapped_key is not null
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Settings settings;

    /**
     * What came in on a day.
     *
     * @param files versions that were received
     * @param bytes of all of them
     * @param refused those that the gate refuses
     * @param usually seconds until the verdict for half of them; none where nothing was checked
     * @param longest seconds until the verdict for all but the slowest twentieth
     */
    public record Day(LocalDate day, long files, long bytes, long refused, long usually, long longest) {

        /** A day on which nothing came in. */
        public static Day without(LocalDate day) {
            return new Day(day, 0, 0, 0, 0, 0);
        }

        private static Day of(NamedRow row) {
            return new Day(
                    LocalDate.parse(row.text("day").orElseThrow()),
                    row.number("files"),
                    row.number("bytes"),
                    row.number("refused"),
                    row.number("usually"),
                    row.number("longest"));
        }
    }

    /**
     * What is stored at this moment.
     *
     * @param files versions whose content can be read
     * @param bytes of all of them, as they were sent
     */
    public record Kept(long files, long bytes) {}

    /** By day in the portal's time zone; days on which nothing came in are missing. */
    @Transactional
    public Map<LocalDate, Day> since(Caller administrator, LocalDate first) {
        List<?> rows = entities.createNativeQuery(BY_DAY)
                .setParameter(1, settings.zone().getId())
                .setParameter(2, first.atStartOfDay(settings.zone()).toInstant().toString())
                .getResultList();
        return rows.stream().map(SUMS::of).map(Day::of).collect(Collectors.toMap(Day::day, Function.identity()));
    }

    @Transactional
    public Kept kept(Caller administrator) {
        Row sums = Row.of(entities.createNativeQuery(KEPT).getSingleResult());
        return new Kept(sums.number(0), sums.number(1));
    }
}
