package org.sluis.inspection.parsing;

import java.util.List;

/** Rows of cells as they are shown, sheet by sheet and within bounds; as text with marks that no text has. */
final class RowsShown {

    /** Between cells. */
    static final char CELL = '\u001f';

    /** After a row. */
    static final char ROW = '\u001e';

    /** Before the name of a sheet, which stands where a row would. */
    static final char SHEET = '\u001d';

    static final int MOST_CELLS = 50;
    static final int MOST_ROWS = 500;
    private static final int MOST_SHEETS = 100;
    private static final int MOST_OF_CELL = 500;
    private static final int MOST_CHARACTERS = 512 * 1024;

    private final StringBuilder shown = new StringBuilder();
    private int sheets;
    private int rows;
    private boolean more;

    /** Whether there is room for no further row. */
    boolean isFull() {
        return rows >= MOST_ROWS || sheets > MOST_SHEETS || shown.length() >= MOST_CHARACTERS;
    }

    /** The rows that come now are on a sheet of that name. */
    void sheet(String name) {
        sheets++;
        shown.append(SHEET).append(bounded(name)).append(ROW);
    }

    void row(List<String> cells) {
        for (int index = 0; index < Math.min(MOST_CELLS, cells.size()); index++) {
            shown.append(index > 0 ? String.valueOf(CELL) : "").append(bounded(cells.get(index)));
        }
        more |= cells.size() > MOST_CELLS;
        shown.append(ROW);
        rows++;
    }

    private String bounded(String cell) {
        more |= cell.length() > MOST_OF_CELL;
        return TextShown.cleared(cell.substring(0, Math.min(MOST_OF_CELL, cell.length())));
    }

    /** There is more than what is shown. */
    void goOn() {
        more = true;
    }

    TextShown shown() {
        return new TextShown(shown.toString(), more);
    }
}
