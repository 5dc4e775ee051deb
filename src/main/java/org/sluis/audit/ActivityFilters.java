package org.sluis.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.AuditEvent.Outcome;
import org.sluis.kernel.Ids;

/**
 * What the activity page is filtered by, as it was typed. All that is wrong is found at once, and what is wrong filters nothing.
 *
 * @param given field by field, without those that ask for nothing
 * @param wrong the fields of which nothing can be made
 */
record ActivityFilters(Map<String, String> given, Set<String> wrong, ZoneId zone) {

    private static final int LONGEST = 500;
    private static final int LAST_YEAR = 9998;

    /** @param asked {@code person}, {@code document}, {@code act}, {@code outcome}, {@code from} and {@code to}, the last two days */
    static ActivityFilters of(Map<String, ? extends @Nullable String> asked, Set<String> acts, ZoneId zone) {
        Map<String, String> given = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        });
        ActivityFilters filters = new ActivityFilters(given, new LinkedHashSet<>(), zone);
        filters.require("person", given.getOrDefault("person", "").length() <= LONGEST);
        filters.require("document", filters.document().isPresent());
        filters.require("act", filters.act().filter(acts::contains).isPresent());
        filters.require("outcome", filters.outcome().isPresent());
        filters.require("from", filters.day("from").isPresent());
        filters.require("to", filters.day("to").isPresent());
        return filters;
    }

    /** @param person whom the words in that field mean */
    TrailCriteria criteria(Optional<UUID> person) {
        return new TrailCriteria(
                person,
                document(),
                act(),
                outcome(),
                day("from").map(day -> day.atStartOfDay(zone).toInstant()),
                day("to").map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** The same as criteria of a period that ends now where none is named, and is so many days long where it has no beginning. */
    static TrailCriteria bounded(TrailCriteria criteria, int days, ZoneId zone, Instant now) {
        Instant end = criteria.until().filter(until -> until.isBefore(now)).orElse(now);
        return criteria.between(
                criteria.from().orElse(end.atZone(zone).minusDays(days).toInstant()), end);
    }

    private void require(String field, boolean right) {
        if (given.containsKey(field) && !right) {
            wrong.add(field);
        }
    }

    private Optional<UUID> document() {
        return Ids.pasted(given.getOrDefault("document", ""));
    }

    private Optional<String> act() {
        return Optional.ofNullable(given.get("act"));
    }

    private Optional<Outcome> outcome() {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(given.get("outcome"))) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.ofNullable(given.get(field))
                    .map(LocalDate::parse)
                    .filter(day -> day.getYear() >= 1 && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
