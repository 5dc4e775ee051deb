package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** The cells of an OpenDocument spreadsheet as they are shown there, sheet by sheet; without hidden sheets and rows. */
final class OdfTable implements XmlRule {

    private static final Set<String> UNSAID = Set.of("annotation", "shapes", "tracked-changes", "forms", "scripts");

    private final RowsShown rows;
    private final OdfHidden styles = new OdfHidden();
    private final List<String> row = new ArrayList<>();
    private WordLines cell = new WordLines();
    private int unsaid;
    private int paragraphs;
    private int rowTimes;
    private int cellTimes;

    OdfTable(RowsShown rows) {
        this.rows = rows;
    }

    @Override
    public void start(XMLStreamReader element) {
        styles.take(element);
        if (unsaid > 0 || isUnsaid(element)) {
            unsaid++;
            return;
        }
        switch (element.getLocalName()) {
            case "table" -> rows.sheet(Attributes.named(element, "name"));
            case "table-row" -> {
                rowTimes = OdfLetters.number(element, "number-rows-repeated");
                row.clear();
            }
            case "table-cell", "covered-table-cell" -> {
                cellTimes = OdfLetters.number(element, "number-columns-repeated");
                cell = new WordLines();
            }
            case "p" -> paragraphs++;
            default -> {
                if (paragraphs > 0) {
                    OdfLetters.add(element, cell);
                }
            }
        }
    }

    private boolean isUnsaid(XMLStreamReader element) {
        return switch (element.getLocalName()) {
            case "table" -> styles.hides(element);
            case "table-row" -> Attributes.named(element, "visibility").matches("collapse|filter");
            default -> UNSAID.contains(element.getLocalName());
        };
    }

    @Override
    public void text(String text) {
        if (paragraphs > 0 && unsaid == 0) {
            cell.addCollapsed(text);
        }
    }

    @Override
    public void end(String name) {
        if (unsaid > 0) {
            unsaid--;
            return;
        }
        switch (name) {
            case "p" -> {
                paragraphs--;
                cell.end();
            }
            case "table-cell", "covered-table-cell" -> endCell();
            case "table-row" -> endRow();
            default -> {
                // Layout.
            }
        }
    }

    private void endCell() {
        String words = cell.words();
        for (int time = 0; time < cellTimes && row.size() <= RowsShown.MOST_CELLS; time++) {
            row.add(words);
        }
    }

    /** Empty rows and cells at the end fill the sheet up to its edge: nobody looks at them. */
    private void endRow() {
        List<String> filled = Workbook.withoutEmptyEnd(row);
        for (int time = 0; time < rowTimes && !filled.isEmpty(); time++) {
            if (rows.isFull()) {
                throw new Enough();
            }
            rows.row(filled);
        }
    }
}
