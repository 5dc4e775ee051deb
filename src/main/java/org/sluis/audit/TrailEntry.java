package org.sluis.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sluis.kernel.AuditEvent.Outcome;
import org.sluis.kernel.Ids;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;
import org.sluis.platform.rest.StrictJson;

/**
 * An entry of the trail as it was read.
 *
 * @param actor none where the portal did it by itself
 * @param type of what it was about
 * @param facts by name, each with its values
 */
record TrailEntry(
        UUID id,
        Instant at,
        Optional<UUID> actor,
        String act,
        Outcome outcome,
        String type,
        Optional<UUID> subject,
        Map<String, List<String>> facts,
        Optional<String> address) {

    /** What {@link #of} reads of {@code e}. */
    static final Projection COLUMNS = Projection.of("""
            id = e.id
            at = e.at
            actor = e.actor_id
            act = e.act
            outcome = e.outcome
            type = e.resource_type
            subject = e.resource_id
            facts = cast(e.facts as text)
            address = e.address
            """);

    static TrailEntry of(NamedRow row) {
        return new TrailEntry(
                row.id("id").orElseThrow(),
                row.instant("at").orElseThrow(),
                row.id("actor"),
                row.text("act").orElseThrow(),
                Outcome.valueOf(row.text("outcome").orElseThrow()),
                row.text("type").orElseThrow(),
                row.id("subject"),
                facts(row.text("facts").orElseThrow()),
                row.text("address"));
    }

    /** Everything in it that may have a name. */
    Stream<UUID> identifiers() {
        return Stream.concat(
                Stream.concat(actor.stream(), subject.stream()),
                facts.values().stream().flatMap(List::stream).flatMap(value -> Ids.parse(value).stream()));
    }

    private static Map<String, List<String>> facts(String json) {
        Map<?, ?> read = StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Map.class);
        Map<String, List<String>> facts = new LinkedHashMap<>();
        read.forEach((name, value) -> facts.put(String.valueOf(name), values(value)));
        return facts;
    }

    private static List<String> values(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
