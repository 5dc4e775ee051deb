package org.sluis.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Page;
import org.sluis.platform.rest.CsvLine;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.StrictJson;

/** Entries of the trail as files for other programs. */
enum ExportedEntries {
    CSV("csv") {
        @Override
        byte[] head() {
            return CsvLine.of(List.of(
                            "id",
                            "at",
                            "actor",
                            "actorId",
                            "act",
                            "outcome",
                            "subjectType",
                            "subjectId",
                            "subject",
                            "facts",
                            "address"))
                    .getBytes(UTF_8);
        }

        @Override
        byte[] line(FilteredView entry) {
            return CsvLine.of(List.of(
                            text(entry.get("id")),
                            text(entry.get("at")),
                            inside(entry.get("actor"), "name"),
                            inside(entry.get("actor"), "id"),
                            text(entry.get("act")),
                            text(entry.get("outcome")),
                            inside(entry.get("subject"), "type"),
                            inside(entry.get("subject"), "id"),
                            inside(entry.get("subject"), "name"),
                            facts(entry.get("facts")),
                            text(entry.get("address"))))
                    .getBytes(UTF_8);
        }
    },
    JSON_LINES("jsonl") {
        @Override
        byte[] head() {
            return new byte[0];
        }

        @Override
        byte[] line(FilteredView entry) {
            return (new String(StrictJson.write(entry), UTF_8) + "\n").getBytes(UTF_8);
        }
    };

    private static final int STEP = 200;

    private final String ending;

    ExportedEntries(String ending) {
        this.ending = ending;
    }

    /** Of its file's name. */
    String ending() {
        return ending;
    }

    abstract byte[] head();

    abstract byte[] line(FilteredView entry);

    /** @param pages gives each page of what is exported */
    void write(OutputStream out, Function<PageRequest, Page<FilteredView>> pages) throws IOException {
        out.write(head());
        Optional<UUID> next = Optional.empty();
        do {
            Page<FilteredView> page = pages.apply(new PageRequest(STEP, next));
            for (FilteredView entry : page.items()) {
                out.write(line(entry));
            }
            next = page.nextCursor();
        } while (next.isPresent());
    }

    private static String facts(@Nullable Object facts) {
        return facts instanceof Collection<?> several
                ? several.stream().map(ExportedEntries::fact).collect(Collectors.joining("; "))
                : "";
    }

    private static String fact(Object fact) {
        return fact instanceof Map<?, ?> named && named.get("values") instanceof Collection<?> values
                ? named.get("name") + "=" + values.stream().map(String::valueOf).collect(Collectors.joining(","))
                : "";
    }

    private static String inside(@Nullable Object holder, String member) {
        return holder instanceof Map<?, ?> inner ? text(inner.get(member)) : "";
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
