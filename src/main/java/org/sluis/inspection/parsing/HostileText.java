package org.sluis.inspection.parsing;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/** Texts that a file brought along: names, addresses. They cross the pipe bounded and without what could forge a line. */
final class HostileText {

    private static final int MAX_CHARACTERS = 300;
    private static final String CUT = "\u2026";

    private HostileText() {}

    /** As it may be shown and logged: no control or direction characters, of bounded length. */
    static String shown(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(MAX_CHARACTERS + 1L)
                .map(character -> isHarmless(character) ? character : '\ufffd')
                .forEach(clean::appendCodePoint);
        boolean cut = clean.codePointCount(0, clean.length()) > MAX_CHARACTERS;
        return cut ? clean.substring(0, clean.offsetByCodePoints(0, MAX_CHARACTERS - 1)) + CUT : clean.toString();
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    static void write(DataOutput out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            out.writeUTF(text.get());
        }
    }

    static Optional<String> read(DataInput in) throws IOException {
        return in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
    }
}
