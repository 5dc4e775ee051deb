package org.sluis.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.platform.persistence.LoneStatement;
import org.sluis.platform.persistence.Row;

/**
 * A question to the database that records itself: where it finds the resource, the same statement writes the entry that
 * the caller was allowed it. What it does not find it does not record. It is a transaction of its own.
 */
public final class RecordedFinding {

    private static final String RECORDING = ", recording as (%s from asked) select * from asked";

    private final LoneStatement statement;

    /**
     * @param finding SQL that finds at most one row
     * @param parameters how many it has, {@code ?1} and so on
     */
    public RecordedFinding(String finding, int parameters) {
        this.statement = new LoneStatement(finding, RECORDING.formatted(AuditEntry.statement(parameters)));
    }

    /**
     * Asks, for one act of {@code caller}.
     *
     * @param event the entry
     * @param values of the parameters of the finding
     */
    public Optional<Row> ask(DataSource database, Caller caller, AuditEvent event, String... values) {
        List<@Nullable String> all = new ArrayList<>(List.of(values));
        all.addAll(new AuditEntry(event).values());
        return statement.rows(database, caller, all).stream().findFirst();
    }
}
