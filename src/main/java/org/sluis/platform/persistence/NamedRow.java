package org.sluis.platform.persistence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A row of a native query, read by the names of its {@link Projection}. */
public final class NamedRow {

    private final Projection projection;
    private final Row row;

    NamedRow(Projection projection, Row row) {
        this.projection = projection;
        this.row = row;
    }

    public Optional<String> text(String name) {
        return row.text(projection.position(name));
    }

    public Optional<UUID> id(String name) {
        return row.id(projection.position(name));
    }

    public Optional<Instant> instant(String name) {
        return row.instant(projection.position(name));
    }

    public long number(String name) {
        return row.number(projection.position(name));
    }

    public boolean flag(String name) {
        return row.flag(projection.position(name));
    }
}
