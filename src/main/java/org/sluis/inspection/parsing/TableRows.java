package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first rows of a table in plain text (RFC 4180), as it is shown: divided by the separator that the first line names or
 * has most of.
 */
final class TableRows {

    private static final String SEPARATORS = ",;\t|";
    private static final String DECLARING = "sep=";

    private final char separator;
    private final RowsShown shown = new RowsShown();
    private final StringBuilder cell = new StringBuilder();
    private final List<String> row = new ArrayList<>();

    private TableRows(char separator) {
        this.separator = separator;
    }

    static TextShown of(TextShown table, boolean tabs) {
        String text = table.text();
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String first = text.substring(0, end);
        String declaration = first.replace("\"", "").toLowerCase(Locale.ROOT);
        boolean declared = declaration.startsWith(DECLARING) && declaration.length() == DECLARING.length() + 1;
        char separator = declared ? declaration.charAt(DECLARING.length()) : tabs ? '\t' : usual(first);
        TableRows rows = new TableRows(separator);
        rows.read(declared ? text.substring(Math.min(text.length(), end + 1)) : text);
        TextShown shown = rows.shown.shown();
        return new TextShown(shown.text(), table.more() || shown.more());
    }

    private static char usual(String line) {
        char found = SEPARATORS.charAt(0);
        for (int at = 1; at < SEPARATORS.length(); at++) {
            char separator = SEPARATORS.charAt(at);
            if (count(line, separator) > count(line, found)) {
                found = separator;
            }
        }
        return found;
    }

    private static long count(String line, char separator) {
        return line.chars().filter(letter -> letter == separator).count();
    }

    private void read(String text) {
        boolean quoted = false;
        for (int at = 0; at < text.length() && !shown.isFull(); at++) {
            char letter = text.charAt(at);
            boolean last = at + 1 == text.length();
            if (letter == '"' && quoted && !last && text.charAt(at + 1) == '"') {
                cell.append(letter);
                at++;
            } else if (letter == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && letter == separator) {
                endCell();
            } else if (!quoted && letter == '\n') {
                endRow();
                if (shown.isFull() && !last) {
                    shown.goOn();
                }
            } else {
                cell.append(letter);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            endRow();
        }
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        shown.row(row);
        row.clear();
    }
}
