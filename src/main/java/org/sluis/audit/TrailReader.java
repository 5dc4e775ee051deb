package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.AuditEvent.Outcome;
import org.sluis.kernel.Page;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.PageRequest;

/**
 * Reads the trail, newest first, as far as the database shows it to the caller. Of the filters the one that leaves least leads:
 * it has an index that ends with the time, so rows come in order and a period is a part of the index. The others are looked at row by
 * row, of a bounded number of rows: a page may hold less than was asked for, even nothing, and still name the next.
 */
@ApplicationScoped
class TrailReader {

    /** How many entries that the leading filter lets through are looked at for one page. */
    static final int WALK = 2_000;

    private static final String WALKED = """
            select * from audit_entry e where %s
            order by e.at desc, e.id desc limit %d
            """;

    private static final String FOUND = "select %s from (%s) e where %s order by e.at desc, e.id desc limit %d";

    private static final String LAST = """
            select e.id from audit_entry e where %s
            order by e.at desc, e.id desc offset %d limit 1
            """;

    private static final String BELOW =
            "(e.at, e.id) < (select c.at, c.id from audit_entry c where c.id = cast(?%d as uuid))";

    /** In the very words of its index. */
    private static final Filter DENIED = new Filter("e.outcome = 'DENIED'", Optional.empty());

    private static final Filter ALLOWED = new Filter("e.outcome = 'ALLOWED'", Optional.empty());

    private static final String ONE =
            "select %s from audit_entry e where e.id = cast(?1 as uuid)".formatted(TrailEntry.COLUMNS.sql());

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** A condition, with {@code %d} where the number of its parameter stands, if it has one. */
    private record Filter(String condition, Optional<String> value) {

        static Filter of(String condition, Object value) {
            return new Filter(condition, Optional.of(value.toString()));
        }
    }

    /** Conditions that follow each other in one statement, with the values of its parameters so far. */
    private static String joined(List<Filter> filters, List<String> values) {
        return filters.isEmpty()
                ? "true"
                : filters.stream()
                        .map(filter -> {
                            filter.value().ifPresent(values::add);
                            return filter.condition().formatted(values.size());
                        })
                        .collect(Collectors.joining(" and "));
    }

    @Transactional(TxType.MANDATORY)
    public Page<TrailEntry> page(TrailCriteria criteria, PageRequest page) {
        List<Filter> leading = new ArrayList<>();
        List<Filter> others = filters(criteria);
        if (!others.isEmpty() && !others.get(0).equals(ALLOWED)) {
            leading.add(others.remove(0));
        }
        leading.addAll(places(criteria, page));
        List<String> values = new ArrayList<>();
        String led = joined(leading, values);
        List<String> ledBy = List.copyOf(values);
        int most = page.limit() + 1;
        String walked = WALKED.formatted(led, others.isEmpty() ? most : WALK);
        String statement = FOUND.formatted(TrailEntry.COLUMNS.sql(), walked, joined(others, values), most);
        List<TrailEntry> found = asked(statement, values).stream()
                .map(TrailEntry.COLUMNS::of)
                .map(TrailEntry::of)
                .toList();
        Optional<UUID> horizon = others.isEmpty() || found.size() == most
                ? Optional.empty()
                : asked(LAST.formatted(led, WALK - 1), ledBy).stream()
                        .findFirst()
                        .flatMap(row -> Row.of(row).id(0));
        return Page.of(found, page.limit(), TrailEntry::id, horizon);
    }

    @Transactional(TxType.MANDATORY)
    public Optional<TrailEntry> entry(UUID id) {
        return asked(ONE, List.of(id.toString())).stream()
                .map(TrailEntry.COLUMNS::of)
                .map(TrailEntry::of)
                .findFirst();
    }

    /** In the order of how much they leave: a document has few entries, a person more, an act many; refusals are rare among all. */
    private static List<Filter> filters(TrailCriteria criteria) {
        List<Filter> filters = new ArrayList<>();
        criteria.document().ifPresent(id -> filters.add(Filter.of("e.resource_id = cast(?%d as uuid)", id)));
        criteria.person().ifPresent(id -> filters.add(Filter.of("e.actor_id = cast(?%d as uuid)", id)));
        criteria.act().ifPresent(act -> filters.add(Filter.of("e.act = ?%d", act)));
        criteria.outcome().ifPresent(outcome -> filters.add(outcome == Outcome.DENIED ? DENIED : ALLOWED));
        return filters;
    }

    /** Where in the time the page lies. */
    private static List<Filter> places(TrailCriteria criteria, PageRequest page) {
        List<Filter> places = new ArrayList<>();
        criteria.from().ifPresent(from -> places.add(Filter.of("e.at >= cast(?%d as timestamptz)", from)));
        criteria.until().ifPresent(until -> places.add(Filter.of("e.at < cast(?%d as timestamptz)", until)));
        page.below().ifPresent(last -> places.add(Filter.of(BELOW, last)));
        return places;
    }

    private List<?> asked(String statement, List<String> values) {
        Query query = entities.createNativeQuery(statement);
        for (int position = 0; position < values.size(); position++) {
            query.setParameter(position + 1, values.get(position));
        }
        return query.getResultList();
    }
}
