package org.sluis.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Optional;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ResourceRef;

/**
 * A question to the database that records itself: where it finds the resource, the same statement writes the entry that
 * the caller was allowed it. What it does not find it does not record.
 */
public final class RecordedFinding {

    private static final String RECORDING = """
            with finding as materialized (%s),
            recording as (%s from finding)
            select * from finding
            """;

    private final String statement;
    private final int parameters;

    /**
     * @param finding SQL that finds at most one row
     * @param parameters how many it has, {@code ?1} and so on
     */
    public RecordedFinding(String finding, int parameters) {
        this.statement = RECORDING.formatted(finding, AuditEntry.statement(parameters));
        this.parameters = parameters;
    }

    /** The query for one act, in the running transaction; the parameters of the finding are still to be set. */
    public Query query(EntityManager entities, Caller caller, Act act, ResourceRef resource) {
        AuditEntry entry = new AuditEntry(Optional.of(caller), act.title(), AuditEntry.Outcome.ALLOWED, resource, "");
        return entry.bind(entities.createNativeQuery(statement), parameters);
    }
}
