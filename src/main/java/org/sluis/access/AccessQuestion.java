package org.sluis.access;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Instants;
import org.sluis.kernel.ProblemException;

/**
 * A question about the access to a document, as it was typed: which document, when, and about whom. All that is wrong with it
 * is found at once.
 *
 * @param given what was typed, field by field
 * @param wrong the fields of which nothing can be made
 * @param document which one is meant
 * @param at the instant that is meant; none for "now"
 */
record AccessQuestion(Map<String, String> given, Set<String> wrong, Optional<UUID> document, Optional<Instant> at) {

    private static final int LONGEST = 500;
    private static final int LAST_YEAR = 9999;

    /**
     * @param asked {@code document}, {@code day}, {@code time}, {@code person}, and {@code at}, an instant instead of day and
     *     time, as links have it
     * @param zone in which days and times are meant
     * @param now after it nothing is known
     */
    static AccessQuestion of(Map<String, String> asked, ZoneId zone, Instant now) {
        Map<String, String> given = new LinkedHashMap<>(asked);
        Set<String> wrong = new LinkedHashSet<>();
        Optional<UUID> document = Ids.pasted(typed(given, "document"));
        if (document.isEmpty()) {
            wrong.add("document");
        }
        Optional<Instant> at = linked(given, zone).or(() -> instant(given, wrong, zone, now));
        if (at.filter(instant -> instant.isAfter(now)).isPresent()) {
            wrong.add("day");
        }
        if (typed(given, "person").length() > LONGEST) {
            wrong.add("person");
        }
        return new AccessQuestion(given, wrong, document, at);
    }

    /** Whether anything was asked. */
    boolean isAsked() {
        return List.of("document", "day", "time", "person").stream()
                .anyMatch(field -> !typed(given, field).isEmpty());
    }

    String person() {
        return typed(given, "person");
    }

    /** The instant that a link names; the fields then show it. */
    private static Optional<Instant> linked(Map<String, String> given, ZoneId zone) {
        try {
            Optional<Instant> at = Optional.of(typed(given, "at"))
                    .filter(text -> !text.isEmpty())
                    .map(text -> Instants.parse("at", text));
            at.map(instant -> instant.atZone(zone)).ifPresent(then -> {
                given.put("day", then.toLocalDate().toString());
                given.put(
                        "time",
                        then.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
            });
            return at;
        } catch (ProblemException malformed) {
            return Optional.empty();
        }
    }

    /** A day without a time is meant to its end, and today to this moment. */
    private static Optional<Instant> instant(Map<String, String> given, Set<String> wrong, ZoneId zone, Instant now) {
        Optional<LocalDate> day = day(given, wrong);
        Optional<LocalTime> time = time(given, wrong);
        if (day.isEmpty()) {
            if (time.isPresent()) {
                wrong.add("day");
            }
            return Optional.empty();
        }
        if (time.isPresent()) {
            return Optional.of(ZonedDateTime.of(day.get(), time.get(), zone).toInstant());
        }
        if (day.get().equals(LocalDate.ofInstant(now, zone))) {
            return Optional.empty();
        }
        return Optional.of(day.get().plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS));
    }

    private static Optional<LocalDate> day(Map<String, String> given, Set<String> wrong) {
        try {
            Optional<LocalDate> day = Optional.of(typed(given, "day"))
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse);
            if (day.filter(named -> named.getYear() < 1 || named.getYear() > LAST_YEAR)
                    .isEmpty()) {
                return day;
            }
        } catch (DateTimeException malformed) {
            wrong.add("day");
            return Optional.empty();
        }
        wrong.add("day");
        return Optional.empty();
    }

    private static Optional<LocalTime> time(Map<String, String> given, Set<String> wrong) {
        try {
            return Optional.of(typed(given, "time"))
                    .filter(text -> !text.isEmpty())
                    .map(LocalTime::parse);
        } catch (DateTimeException malformed) {
            wrong.add("time");
            return Optional.empty();
        }
    }

    private static String typed(Map<String, String> given, String field) {
        return given.getOrDefault(field, "").strip();
    }
}
