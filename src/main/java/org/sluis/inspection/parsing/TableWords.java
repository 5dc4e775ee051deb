package org.sluis.inspection.parsing;

import java.util.Locale;

/** What stands in a table in plain text, whatever its cells are: bars with exclamation marks, and names that are called. */
final class TableWords {

    private static final int LONGEST_NAME = 64;

    private final StringBuilder name = new StringBuilder();
    private boolean inName;
    private boolean bar;
    private boolean topic;
    private boolean call;

    void take(char letter) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '.' || letter == '_') {
            letter(letter);
            return;
        }
        inName = false;
        switch (letter) {
            case '|' -> bar = true;
            case '!' -> topic |= bar;
            case '(' -> call |= TableFormulas.asks(name.toString().toUpperCase(Locale.ROOT));
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
        return topic || call;
    }
}
