package org.sluis.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.Categories;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.Audience;

/**
 * What the list of documents is filtered by, as people type it.
 *
 * @param asked filter by filter, without those that ask for nothing
 * @param zone in which days begin and end
 */
record ListFilters(Map<String, String> asked, Set<Audience> readers, Categories categories, ZoneId zone) {

    private static final int LAST_YEAR = 9998;
    private static final int ONE_MICROSECOND = 1_000;

    /** It is no field of the page, so nobody has mistyped it there. */
    private static final String SHOW = "show";

    /**
     * The filters that say nothing which can be looked for, all of them, with what was typed there.
     *
     * @throws ProblemException for what this reader cannot ask for at all
     */
    Map<String, String> wrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        asked.forEach((name, typed) -> {
            if (!isUnderstood(name, typed)) {
                wrong.put(name, typed);
            }
        });
        return wrong;
    }

    private boolean isUnderstood(String name, String typed) {
        try {
            new ListFilters(Map.of(name, typed), readers, categories, zone).criteria();
            return true;
        } catch (ProblemException refusal) {
            if (refusal.problem() != Problem.INVALID_MEMBER || name.equals(SHOW)) {
                throw refusal;
            }
            return false;
        }
    }

    /** @throws ProblemException for the first filter that cannot be looked for */
    Criteria criteria() {
        Optional<String> after = day("from")
                .map(day -> day.atStartOfDay(zone)
                        .toInstant()
                        .minusNanos(ONE_MICROSECOND)
                        .toString());
        Optional<String> before = day("to")
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant().toString());
        return Criteria.of(readers, asked.get("q"), category(), null, asked.get("state"), orNull(after))
                .before(readers, orNull(before))
                .from(readers, asked.get("organisation"))
                .showing(readers, asked.get(SHOW));
    }

    private @Nullable String category() {
        String category = asked.get("category");
        if (category != null && categories.named(category).isEmpty()) {
            throw ProblemException.invalid("category", "unknown");
        }
        return category;
    }

    private Optional<LocalDate> day(String name) {
        Optional<LocalDate> day;
        try {
            day = Optional.ofNullable(asked.get(name)).map(LocalDate::parse);
        } catch (DateTimeException malformed) {
            throw ProblemException.invalid(name, "format");
        }
        if (day.filter(given -> given.getYear() < 1 || given.getYear() > LAST_YEAR)
                .isPresent()) {
            throw ProblemException.invalid(name, "range");
        }
        return day;
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.isPresent() ? text.get() : null;
    }
}
