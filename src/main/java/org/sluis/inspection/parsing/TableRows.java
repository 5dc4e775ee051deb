package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first rows of a table in plain text (RFC 4180), as it is shown: divided by the separator that the first line names or
 * has most of.
 */
final class TableRows {

    /** Between cells and after rows; a text has no such signs. */
    static final char CELL = '\u001f';

    static final char ROW = '\u001e';

    private static final int MOST_ROWS = 500;
    private static final int MOST_CELLS = 50;
    private static final int MOST_CHARACTERS = 500;
    private static final String SEPARATORS = ",;\t|";
    private static final String DECLARING = "sep=";

    private final char separator;
    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private final List<String> row = new ArrayList<>();
    private int rows;
    private boolean more;

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
        return new TextShown(rows.shown.toString(), table.more() || rows.more);
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
        for (int at = 0; at < text.length() && rows < MOST_ROWS; at++) {
            char letter = text.charAt(at);
            boolean last = at + 1 == text.length();
            if (letter == '"' && quoted && !last && text.charAt(at + 1) == '"') {
                take(letter);
                at++;
            } else if (letter == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && letter == separator) {
                endCell();
            } else if (!quoted && letter == '\n') {
                endRow();
                more = rows == MOST_ROWS && !last;
            } else {
                take(letter);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            endRow();
        }
    }

    private void take(char letter) {
        if (cell.length() < MOST_CHARACTERS) {
            cell.append(letter);
        } else {
            more = true;
        }
    }

    private void endCell() {
        if (row.size() < MOST_CELLS) {
            row.add(cell.toString());
        } else {
            more = true;
        }
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        shown.append(String.join(String.valueOf(CELL), row)).append(ROW);
        row.clear();
        rows++;
    }
}
