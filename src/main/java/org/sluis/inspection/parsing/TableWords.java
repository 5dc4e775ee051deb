package org.sluis.inspection.parsing;

import java.util.Locale;

/** What stands in a table in plain text, whatever its cells are: bars and addresses with exclamation marks, names that are called. */
final class TableWords {

    private static final int LONGEST_NAME = 64;

    private final StringBuilder name = new StringBuilder();
    private boolean inName;
    private boolean bar;
    private boolean topic;
    private boolean call;
    private char before;
    private boolean slashes;
    private boolean workbook;

    void take(char letter) {
        slashes |= letter == before && (letter == '/' || letter == '\\');
        before = letter;
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '.' || letter == '_') {
            letter(letter);
            return;
        }
        inName = false;
        switch (letter) {
            case '|' -> bar = true;
            case '!' -> {
                topic |= bar;
                workbook |= slashes;
            }
            case '#' -> workbook |= slashes;
            case '(' -> call |= TableFormulas.matters(name.toString().toUpperCase(Locale.ROOT));
            default -> {
                if (Character.isWhitespace(letter)) {
                    return;
                }
            }
        }
        name.setLength(0);
    }

    private void letter(char letter) {
        if (!inName) {
            name.setLength(0);
            inName = true;
        }
        if (name.length() < LONGEST_NAME) {
            name.append(letter);
        }
    }

    /** Whether a cell of it can be one that asks another program or machine. */
    boolean mayAsk() {
        return topic || call || workbook;
    }
}
