package org.sluis.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ResourceRef;

/**
 * One line of the trail. Written once; the application's database role cannot change or remove it.
 *
 * @param facts one a line
 */
record AuditEntry(Optional<Caller> actor, String act, Outcome outcome, ResourceRef resource, String facts) {

    /** Whether the act was done or refused. */
    enum Outcome {
        ALLOWED,
        DENIED
    }

    private static final String APPEND = """
            insert into audit_entry (id, at, actor_id, act, outcome, resource_type, resource_id, facts, address)
            values (cast(?1 as uuid), cast(?2 as timestamptz), cast(?3 as uuid), ?4, ?5, ?6, cast(?7 as uuid), ?8, ?9)
            """;

    /** Appends it in the running transaction; what else that changes is left to be written when it ends. */
    void append(EntityManager entities) {
        entities.createNativeQuery(APPEND)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, Ids.next().toString())
                .setParameter(2, Instant.now().toString())
                .setParameter(3, actor.map(Caller::personId).map(UUID::toString).orElse(null))
                .setParameter(4, act)
                .setParameter(5, outcome.name())
                .setParameter(6, resource.type())
                .setParameter(7, resource.id().map(UUID::toString).orElse(null))
                .setParameter(8, facts)
                .setParameter(9, actor.flatMap(Caller::address).orElse(null))
                .executeUpdate();
    }
}
