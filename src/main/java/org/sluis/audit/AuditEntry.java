package org.sluis.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.CanonicalJson;
import org.sluis.kernel.Ids;
import org.sluis.platform.persistence.Row;

/**
 * An event as a row of the trail. Written once; the application's database role cannot change or remove it. When it was written
 * and in which transaction the database says itself.
 */
record AuditEntry(AuditEvent event) {

    private static final int WIDTH = 8;
    private static final String APPEND = "insert into audit_entry (%s) select %s";
    private static final String COLUMNS = "id, actor_id, act, outcome, resource_type, resource_id, facts, address";

    private static final String ALONE = statement(0);

    private static final String TOGETHER = APPEND.formatted(COLUMNS, """
        * from unnest(cast(?1 as uuid[]), cast(?2 as uuid[]), cast(?3 as text[]), cast(?4 as text[]),
                      cast(?5 as text[]), cast(?6 as uuid[]), cast(?7 as jsonb[]), cast(?8 as text[]))
        """);

    /** The statement that appends an entry, the first of whose parameters follows {@code taken} others. */
    static String statement(int taken) {
        return APPEND.formatted(
                COLUMNS,
                "cast(?%d as uuid), cast(?%d as uuid), ?%d, ?%d, ?%d, cast(?%d as uuid), cast(?%d as jsonb), ?%d"
                        .formatted(IntStream.rangeClosed(taken + 1, taken + WIDTH)
                                .boxed()
                                .toArray()));
    }

    /** Appends it in the running transaction; what else that changes is left to be written when it ends. */
    void append(EntityManager entities) {
        Query query = entities.createNativeQuery(ALONE).setFlushMode(FlushModeType.COMMIT);
        List<@Nullable String> values = values();
        for (int position = 0; position < values.size(); position++) {
            query.setParameter(position + 1, values.get(position));
        }
        query.executeUpdate();
    }

    /** Appends several in one statement. */
    static void append(EntityManager entities, List<AuditEntry> entries) {
        Query query = entities.createNativeQuery(TOGETHER).setFlushMode(FlushModeType.COMMIT);
        List<List<@Nullable String>> rows =
                entries.stream().map(AuditEntry::values).toList();
        for (int column = 0; column < WIDTH; column++) {
            List<@Nullable String> values = new ArrayList<>();
            for (List<@Nullable String> row : rows) {
                values.add(row.get(column));
            }
            query.setParameter(column + 1, Row.texts(values));
        }
        query.executeUpdate();
    }

    /** The values of the parameters of {@link #statement}. */
    List<@Nullable String> values() {
        return Arrays.asList(
                Ids.next().toString(),
                event.actor().map(Caller::personId).map(UUID::toString).orElse(null),
                event.action().code(),
                event.outcome().name(),
                event.resource().type(),
                event.resource().id().map(UUID::toString).orElse(null),
                CanonicalJson.of(event.facts()),
                event.actor().flatMap(Caller::address).orElse(null));
    }
}
