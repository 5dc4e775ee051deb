package org.sluis.inspection;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluis.platform.web.Messages;

/**
 * Says the part of a document in the reader's language. The gate notes it in English, for programs: "sheet Figures, cell B4",
 * "slide 3", "line 12".
 */
final class PartWords {

    private static final Map<String, String> KINDS = Map.of(
            "sheet", "refusal.part.sheet",
            "slide", "refusal.part.slide",
            "cell", "refusal.part.cell",
            "cells", "refusal.part.cells",
            "name", "refusal.part.name",
            "line", "refusal.part.line",
            "comment", "refusal.part.comment");

    /** A sheet may have a comma in its name. */
    private static final Pattern ON_A_SHEET =
            Pattern.compile("(?<sheet>(sheet|slide) .*), (?<cell>(cells?|name|line) .*)");

    private final Messages messages;
    private final Locale language;

    PartWords(Messages messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    /** What is noted in another way stays as it is. */
    String of(String noted) {
        Matcher both = ON_A_SHEET.matcher(noted);
        return both.matches() ? one(both.group("sheet")) + ", " + one(both.group("cell")) : one(noted);
    }

    private String one(String noted) {
        int blank = noted.indexOf(' ');
        String kind = blank < 0 ? noted : noted.substring(0, blank);
        return Optional.ofNullable(KINDS.get(kind))
                .map(key -> messages.text(language, key, noted.substring(blank + 1)))
                .orElse(noted);
    }
}
