package org.sluis.platform.persistence;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a native statement by name, so that nobody who reads its rows counts them. */
public final class Projection {

    private static final String IS = " = ";

    /** What is selected under each name, in its order. */
    private final Map<String, String> columns = new LinkedHashMap<>();

    private final Map<String, Integer> positions = new HashMap<>();

    private Projection(Stream<Map.Entry<String, String>> columns) {
        columns.forEach(column -> {
            if (this.columns.put(column.getKey(), column.getValue()) != null) {
                throw new IllegalArgumentException("two columns are called " + column.getKey());
            }
            positions.put(column.getKey(), positions.size());
        });
    }

    /** @param columns a line each: the name, and what is selected, as {@code fileName = v.file_name} */
    public static Projection of(String columns) {
        return new Projection(columns.lines().map(line -> {
            String[] column = line.split(IS, 2);
            return Map.entry(column[0], column[1]);
        }));
    }

    /** These columns, and then those. */
    public Projection and(Projection others) {
        return new Projection(Stream.concat(columns.entrySet().stream(), others.columns.entrySet().stream()));
    }

    /** What stands between {@code select} and {@code from}. */
    public String sql() {
        return String.join(", ", columns.values());
    }

    /** A row of such a statement, as {@link Row#of}. */
    public NamedRow of(Object result) {
        return new NamedRow(this, result instanceof Row row ? row : Row.of(result));
    }

    /** @throws IllegalArgumentException where none is called so */
    int position(String name) {
        return Optional.ofNullable(positions.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no column is called " + name));
    }
}
