package org.sluis.access;

import java.util.List;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.stack.UseCases;

/** Statements without the application's rule, so that only the database's own is left. */
record Statements(UseCases portal) {

    List<UUID> ids(Caller caller, String statement) {
        return portal.as(
                caller,
                () -> portal.rows(statement).stream()
                        .map(id -> UUID.fromString(id.toString()))
                        .toList());
    }

    long count(Caller caller, String statement) {
        return portal.as(caller, () -> number(statement));
    }

    /** In the running transaction. */
    long number(String statement) {
        return ((Number) portal.rows(statement).get(0)).longValue();
    }

    int change(Caller caller, String statement) {
        return portal.as(caller, () -> portal.change(statement));
    }
}
