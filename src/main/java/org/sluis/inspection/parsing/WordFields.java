package org.sluis.inspection.parsing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of a Word document: instructions, put together from as many pieces as they were cut into. */
final class WordFields {

    private static final Set<String> FETCHING = Set.of("DATABASE", "DDE", "DDEAUTO", "IMPORT", "LINK");
    private static final Set<String> INCLUDING = Set.of("INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "RD");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(https?|ftp|file):|\\\\\\\\\\\\\\\\|\"\\s*\\\\\\\\[^\\\\]|//");
    private static final int MAX_DEPTH = 64;

    private final Deque<StringBuilder> open = new ArrayDeque<>();

    void mark(String kind) {
        switch (kind) {
            case "begin" -> open.push(new StringBuilder());
            case "separate" -> checkInnermost();
            case "end" -> {
                checkInnermost();
                open.poll();
            }
            default -> {
                // No other mark exists.
            }
        }
        if (open.size() > MAX_DEPTH) {
            throw new Refusal(Rule.NESTING);
        }
    }

    void instruction(String text) {
        if (open.isEmpty()) {
            open.push(new StringBuilder());
        }
        open.element().append(text);
    }

    private void checkInnermost() {
        StringBuilder innermost = open.peek();
        if (innermost != null) {
            String instruction = innermost.toString();
            check(instruction);
            if (open.size() > 1 && keyword(instruction).equals("QUOTE")) {
                throw new Refusal(Rule.FETCHING_FIELD);
            }
        }
    }

    /** @throws Refusal where the field fetches, or spells another field out of numbers */
    static void check(String instruction) {
        String keyword = keyword(instruction);
        if (FETCHING.contains(keyword)
                || (INCLUDING.contains(keyword) && ADDRESS.matcher(instruction).find())) {
            throw new Refusal(Rule.FETCHING_FIELD);
        }
    }

    private static String keyword(String instruction) {
        return instruction.strip().split("[\\s\"\\\\]", 2)[0].toUpperCase(Locale.ROOT);
    }
}
