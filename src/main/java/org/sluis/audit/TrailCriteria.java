package org.sluis.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.AuditEvent.Outcome;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Instants;
import org.sluis.kernel.ProblemException;

/**
 * Which entries of the trail are asked for.
 *
 * @param person who did it, or was refused it
 * @param document what it was about
 * @param act its code
 * @param from no earlier than this
 * @param until earlier than this
 */
record TrailCriteria(
        Optional<UUID> person,
        Optional<UUID> document,
        Optional<String> act,
        Optional<Outcome> outcome,
        Optional<Instant> from,
        Optional<Instant> until) {

    /**
     * @param asked {@code person}, {@code document}, {@code act}, {@code outcome}, {@code from}, {@code to}
     * @param acts all there are
     * @throws ProblemException {@code invalid-member} naming the parameter
     */
    static TrailCriteria of(Map<String, ? extends @Nullable String> asked, Set<String> acts) {
        return new TrailCriteria(
                identifier("person", asked),
                identifier("document", asked),
                stated("act", asked).map(act -> known("act", act, acts)),
                stated("outcome", asked).map(TrailCriteria::outcome),
                stated("from", asked).map(text -> Instants.parse("from", text)),
                stated("to", asked).map(text -> Instants.parse("to", text)));
    }

    /** The same of what one person did. */
    TrailCriteria of(UUID somebody) {
        return new TrailCriteria(Optional.of(somebody), document, act, outcome, from, until);
    }

    /** The same within a period. */
    TrailCriteria between(Instant begin, Instant end) {
        return new TrailCriteria(person, document, act, outcome, Optional.of(begin), Optional.of(end));
    }

    /** By what is filtered, as the trail remembers it. */
    List<String> names() {
        return Stream.of(
                        person.map(set -> "person"),
                        document.map(set -> "document"),
                        act.map(set -> "act"),
                        outcome.map(set -> "outcome"),
                        from.map(set -> "from"),
                        until.map(set -> "to"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> stated(String name, Map<String, ? extends @Nullable String> asked) {
        return Optional.ofNullable(asked.get(name));
    }

    private static Optional<UUID> identifier(String name, Map<String, ? extends @Nullable String> asked) {
        return stated(name, asked)
                .map(text -> Ids.parse(text).orElseThrow(() -> ProblemException.invalid(name, "format")));
    }

    private static Outcome outcome(String text) {
        return Outcome.valueOf(known("outcome", text, Set.of(Outcome.ALLOWED.name(), Outcome.DENIED.name())));
    }

    private static String known(String name, String value, Set<String> values) {
        if (!values.contains(value)) {
            throw ProblemException.invalid(name, "unknown");
        }
        return value;
    }
}
