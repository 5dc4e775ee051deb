package org.sluis.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sluis.platform.rest.CsvLine;
import org.sluis.platform.rest.FilteredView;

/** Who could see a document, as lines of a table: a line for each person and grant. */
final class ReadersTable {

    static final String HEAD = CsvLine.of(List.of(
            "person",
            "personId",
            "through",
            "throughType",
            "throughId",
            "right",
            "grantId",
            "validFrom",
            "validUntil",
            "purpose",
            "grantedBy",
            "grantedAt"));

    private ReadersTable() {}

    /** @param reader a {@link ReaderView} as the asker may have it */
    static String line(FilteredView reader) {
        return CsvLine.of(List.of(
                inside(reader, "person", "name"),
                inside(reader, "person", "id"),
                inside(reader, "through", "name"),
                inside(reader, "through", "type"),
                inside(reader, "through", "id"),
                text(reader, "right"),
                text(reader, "grantId"),
                text(reader, "validFrom"),
                text(reader, "validUntil"),
                text(reader, "purpose"),
                text(reader, "grantedBy"),
                text(reader, "grantedAt")));
    }

    private static String inside(FilteredView reader, String party, String member) {
        return reader.get(party) instanceof Map<?, ?> inner ? Objects.toString(inner.get(member), "") : "";
    }

    private static String text(FilteredView reader, String member) {
        return Objects.toString(reader.get(member), "");
    }
}
