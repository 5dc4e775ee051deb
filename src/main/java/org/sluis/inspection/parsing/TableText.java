package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table in plain text (RFC 4180), which spreadsheets divide into cells by whichever separator is usual where they run, or by
 * the one that the first line names: read in each of these ways.
 */
final class TableText implements Format {

    private static final int PIECE_CHARACTERS = 64 * 1024;
    private static final Pattern DECLARED = Pattern.compile("(?is)\"?sep=(.).*");

    @Override
    public void check(Specimen specimen) throws IOException {
        Bytes bytes = specimen.source().bytes();
        TextContent.check(bytes.stream());
        if (!mayAsk(bytes, specimen.head())) {
            return;
        }
        List<TableCells> readings = Stream.concat(Stream.of(',', ';', '\t'), declared(specimen.head()))
                .distinct()
                .flatMap(separator -> Stream.of(new TableCells(separator, true), new TableCells(separator, false)))
                .toList();
        try (Reader text = new InputStreamReader(bytes.stream(), TextContent.charset(specimen.head()))) {
            read(text, readings);
        }
    }

    /** Whether the text has the signs or names that such a cell needs; most tables have not, and go by quickly. */
    private static boolean mayAsk(Bytes bytes, byte[] head) throws IOException {
        TableWords words = new TableWords();
        char[] piece = new char[PIECE_CHARACTERS];
        try (Reader text = new InputStreamReader(bytes.stream(), TextContent.charset(head))) {
            for (int read = text.read(piece); read > 0; read = text.read(piece)) {
                for (int at = 0; at < read; at++) {
                    words.take(piece[at]);
                }
            }
        }
        return words.mayAsk();
    }

    private static Stream<Character> declared(byte[] head) {
        Matcher first = DECLARED.matcher(TextContent.decoded(head));
        return first.matches() ? Stream.of(first.group(1).charAt(0)) : Stream.empty();
    }

    private static void read(Reader text, List<TableCells> readings) throws IOException {
        char[] piece = new char[PIECE_CHARACTERS];
        int line = 1;
        try {
            for (int read = text.read(piece); read > 0; read = text.read(piece)) {
                for (int at = 0; at < read; at++) {
                    for (TableCells reading : readings) {
                        reading.take(piece[at]);
                    }
                    line += piece[at] == '\n' ? 1 : 0;
                }
            }
            readings.forEach(TableCells::end);
        } catch (Refusal refusal) {
            throw refusal.inPart("line " + line);
        }
    }
}
