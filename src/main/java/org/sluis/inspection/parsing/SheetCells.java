package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamReader;

/** The first rows of one sheet of a workbook, as far as they hold anything and are not hidden. */
final class SheetCells implements XmlRule {

    /** A little more than is shown of a cell, so that it is seen that it goes on. */
    static final int MOST_OF_CELL = 600;

    private static final int LETTERS = 26;

    private final NumberFormats formats;
    private final int most;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new TreeSet<>();
    private final StringBuilder value = new StringBuilder();
    private List<Cell> row = new ArrayList<>();
    private String type = "";
    private int format;
    private int column;
    private boolean hiddenRow;
    private boolean reading;

    /**
     * What one cell says.
     *
     * @param shared the number of its words among those that cells share
     */
    record Cell(Optional<Integer> shared, String words) {

        static final Cell EMPTY = new Cell(Optional.empty(), "");
    }

    /** @param most rows */
    SheetCells(NumberFormats formats, int most) {
        this.formats = formats;
        this.most = most;
    }

    List<List<Cell>> rows() {
        return rows;
    }

    @Override
    public void start(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "col" -> hide(element);
            case "row" -> {
                if (rows.size() >= most) {
                    throw new Enough();
                }
                hiddenRow = OoxmlWords.isOn(element, "hidden", false);
                row = new ArrayList<>();
                column = 0;
            }
            case "c" -> {
                column = column(Attributes.named(element, "r")).orElse(column + 1);
                type = Attributes.named(element, "t");
                format = Numbers.of(Attributes.named(element, "s")).orElse(0);
                value.setLength(0);
            }
            case "v", "t" -> reading = true;
            default -> {
                // Formulas and looks.
            }
        }
    }

    private void hide(XMLStreamReader element) {
        if (OoxmlWords.isOn(element, "hidden", false)) {
            int last = Math.min(
                    RowsShown.MOST_CELLS,
                    Numbers.of(Attributes.named(element, "max")).orElse(0));
            for (int hidden = Numbers.of(Attributes.named(element, "min")).orElse(1); hidden <= last; hidden++) {
                hiddenColumns.add(hidden);
            }
        }
    }

    /** The column in a reference like {@code AB12}: 28. */
    private static Optional<Integer> column(String reference) {
        int column = 0;
        int at = 0;
        while (at < Math.min(3, reference.length()) && Character.isUpperCase(reference.charAt(at))) {
            column = column * LETTERS + reference.charAt(at++) - 'A' + 1;
        }
        return at == 0 ? Optional.empty() : Optional.of(column);
    }

    @Override
    public void text(String text) {
        if (reading && value.length() < MOST_OF_CELL) {
            value.append(text);
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "v", "t" -> reading = false;
            case "c" -> endCell();
            case "row" -> {
                if (!hiddenRow && !row.isEmpty()) {
                    rows.add(row);
                }
            }
            default -> {
                // Formulas and looks.
            }
        }
    }

    private void endCell() {
        if (value.isEmpty() || column > RowsShown.MOST_CELLS + 1) {
            return;
        }
        while (row.size() < column - 1) {
            row.add(Cell.EMPTY);
        }
        row.add(hiddenColumns.contains(column) ? Cell.EMPTY : cell(bounded(value)));
    }

    private Cell cell(String words) {
        return switch (type) {
            case "s" -> new Cell(Numbers.of(words), "");
            case "b" -> new Cell(Optional.empty(), words.equals("1") ? "TRUE" : "FALSE");
            case "", "n" -> new Cell(Optional.empty(), formats.written(words, format));
            default -> new Cell(Optional.empty(), words);
        };
    }

    static String bounded(StringBuilder words) {
        return words.substring(0, Math.min(words.length(), MOST_OF_CELL));
    }
}
