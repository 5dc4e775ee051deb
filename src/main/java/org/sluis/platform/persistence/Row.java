package org.sluis.platform.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of a native query, read by position with the type the caller expects. */
public final class Row {

    private final @Nullable Object[] columns;

    private Row(@Nullable Object[] columns) {
        this.columns = columns;
    }

    /** A row as the persistence provider gives it: an array, or the bare value of a single column. */
    public static Row of(Object result) {
        return new Row(result instanceof Object[] columns ? columns : new Object[] {result});
    }

    /** Identifiers as PostgreSQL writes an array of them. */
    public static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Texts as PostgreSQL writes an array of them; one that is missing is null there. */
    public static String texts(List<? extends @Nullable String> texts) {
        return texts.stream().map(Row::element).collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(@Nullable String text) {
        return text == null ? "NULL" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    public Optional<String> text(int column) {
        return Optional.ofNullable(columns[column]).map(Object::toString);
    }

    public Optional<UUID> id(int column) {
        return text(column).map(UUID::fromString);
    }

    public Optional<Instant> instant(int column) {
        return Optional.ofNullable((Timestamp) columns[column]).map(Timestamp::toInstant);
    }

    public long number(int column) {
        return ((Number) Objects.requireNonNull(columns[column])).longValue();
    }

    public boolean flag(int column) {
        return (Boolean) Objects.requireNonNull(columns[column]);
    }
}
