package org.sluis.documents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.ContentNotice.Kind;

/** What should be known of a version, as one column of its row keeps it: a line for each, tabs between its parts. */
final class KeptNotices {

    private static final String LINE = "\n";
    private static final String TAB = "\t";
    private static final int PARTS = 3;

    private KeptNotices() {}

    static @Nullable String written(List<ContentNotice> notices) {
        return notices.isEmpty()
                ? null
                : notices.stream()
                        .limit(ContentNotice.MOST)
                        .map(notice -> String.join(
                                TAB,
                                notice.kind().slug(),
                                notice.member().orElse(""),
                                notice.subject().orElse("")))
                        .collect(Collectors.joining(LINE));
    }

    /** Without those of a kind that is not known any more. */
    static List<ContentNotice> read(Optional<String> column) {
        return column.stream()
                .flatMap(lines -> Stream.of(lines.split(LINE, -1)))
                .map(line -> line.split(TAB, PARTS))
                .filter(parts -> parts.length == PARTS)
                .flatMap(parts ->
                        Kind.named(parts[0])
                                .map(kind -> new ContentNotice(kind, told(parts[1]), told(parts[2])))
                                .stream())
                .toList();
    }

    private static Optional<String> told(String part) {
        return Optional.of(part).filter(text -> !text.isEmpty());
    }
}
