package org.sluis.platform.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the list of documents tells of each on a wide screen besides title and status, as long as the reader wants it. */
enum Column {
    FILE,
    SENDER,
    ORGANISATION,
    CATEGORY,
    SENT,
    ACCESS,
    UNTIL;

    private static final String BETWEEN = ".";

    /** As forms, cookies and views write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those of these that there are; a browser may keep names of others from earlier or later. */
    static EnumSet<Column> named(Collection<String> codes) {
        return Arrays.stream(values())
                .filter(column -> codes.contains(column.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Column.class)));
    }

    static EnumSet<Column> parse(String kept) {
        return named(List.of(kept.split("\\.", -1)));
    }

    static String written(Set<Column> columns) {
        return columns.stream().map(Column::code).collect(Collectors.joining(BETWEEN));
    }
}
