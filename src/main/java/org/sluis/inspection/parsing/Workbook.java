package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sluis.inspection.parsing.Listed.Entry;

/**
 * The cells of a workbook (ISO/IEC 29500-1, 18), sheet by sheet; without hidden sheets, rows and columns. Values are as they are kept:
 * of the formats only days, times and percentages are looked at.
 */
final class Workbook {

    private final PackedParts parts;
    private final OoxmlPackage contents;
    private final String main;

    Workbook(PackedParts parts, OoxmlPackage contents, String main) {
        this.parts = parts;
        this.contents = contents;
        this.main = main;
    }

    TextShown shown() throws IOException {
        Listed sheets = new Listed("sheet");
        parts.read(main, sheets);
        NumberFormats formats = new NumberFormats(sheets.since1904());
        for (String styles : contents.targets(main, "styles")) {
            parts.read(styles, formats);
        }
        Map<Entry, SheetCells> read = new HashMap<>();
        List<Entry> seen = new ArrayList<>();
        int left = RowsShown.MOST_ROWS + 1;
        for (Entry sheet : sheets.found()) {
            Optional<String> part = contents.target(main, sheet.id(), parts::has);
            if (part.isEmpty() || sheet.hidden() || left <= 0) {
                continue;
            }
            SheetCells cells = new SheetCells(formats, left);
            read(part.get(), cells);
            left -= cells.rows().size();
            seen.add(sheet);
            read.put(sheet, cells);
        }
        return shown(seen, read, words(read));
    }

    private void read(String part, SheetCells cells) throws IOException {
        try {
            parts.read(part, cells);
        } catch (Enough enough) {
            return;
        }
    }

    /** The words that cells only point at: kept once for the whole workbook, and read for those that are shown. */
    private SharedWords words(Map<Entry, SheetCells> read) throws IOException {
        SharedWords words = new SharedWords(read.values().stream()
                .flatMap(cells -> cells.rows().stream())
                .flatMap(List::stream)
                .flatMap(cell -> cell.shared().stream())
                .collect(Collectors.toSet()));
        for (String shared : contents.targets(main, "sharedstrings")) {
            parts.read(shared, words);
        }
        return words;
    }

    private static TextShown shown(List<Entry> seen, Map<Entry, SheetCells> read, SharedWords words) {
        RowsShown shown = new RowsShown();
        for (Entry sheet : seen) {
            shown.sheet(sheet.name());
            for (List<SheetCells.Cell> row :
                    Optional.ofNullable(read.get(sheet)).map(SheetCells::rows).orElse(List.of())) {
                if (shown.isFull()) {
                    shown.goOn();
                    return shown.shown();
                }
                shown.row(withoutEmptyEnd(row.stream()
                        .map(cell -> cell.shared().map(words::at).orElse(cell.words()))
                        .toList()));
            }
        }
        return shown.shown();
    }

    static List<String> withoutEmptyEnd(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return List.copyOf(cells.subList(0, end));
    }
}
