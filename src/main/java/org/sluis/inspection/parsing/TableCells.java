package org.sluis.inspection.parsing;

/**
 * The cells of a table in plain text (RFC 4180) as one program divides it: by one separator, and with double quotes around
 * cells or without. Only those that begin as formulas are kept, one at a time.
 */
final class TableCells {

    /** Of the order of bytes, at the beginning of a text. */
    private static final char MARK = '\ufeff';

    private final char separator;
    private final boolean quotes;
    private final StringBuilder formula = new StringBuilder();
    private boolean begun;
    private boolean computed;
    private boolean quoted;
    private boolean closing;

    TableCells(char separator, boolean quotes) {
        this.separator = separator;
        this.quotes = quotes;
    }

    /** @throws Refusal where a cell ended that asks another program or machine */
    void take(char letter) {
        boolean ordinary = letter != separator && letter != '"' && letter != '\n' && letter != '\r';
        if (ordinary && begun && !computed && !closing) {
            return;
        }
        if (quoted) {
            inQuotes(letter);
        } else if (letter == separator || letter == '\n' || letter == '\r') {
            end();
        } else if (letter == '"' && (closing || !begun)) {
            quote();
        } else {
            closing = false;
            content(letter);
        }
    }

    private void inQuotes(char letter) {
        if (letter == '"') {
            quoted = false;
            closing = true;
        } else {
            content(letter);
        }
    }

    /** The first of a cell, or the second of two that stand for one. */
    private void quote() {
        quoted = quotes;
        if (closing) {
            content('"');
        }
        closing = false;
    }

    private void content(char letter) {
        if (!begun) {
            if (Character.isWhitespace(letter) || letter == MARK) {
                return;
            }
            begun = true;
            computed = TableFormulas.begins(letter);
        }
        if (computed) {
            formula.append(letter);
            computed = formula.length() <= TableFormulas.MOST_CHARACTERS;
        }
    }

    /** At the end of a cell, and of the table. */
    void end() {
        if (computed) {
            TableFormulas.check(formula.toString());
        }
        formula.setLength(0);
        begun = false;
        computed = false;
        closing = false;
    }
}
