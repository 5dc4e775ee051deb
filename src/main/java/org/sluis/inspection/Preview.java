package org.sluis.inspection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sluis.inspection.parsing.Glance;

/** What a child process made of a file for somebody who does not get the file. Bounded, and no byte of the file itself. */
public final class Preview {

    private static final String CELL = "\u001f";
    private static final String ROW = "\u001e";
    private static final String SHEET = "\u001d";
    private static final int MOST_OF_OUTLINE = 20;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final int pages;
    private final boolean more;
    private final byte[] bytes;

    Preview(int pages, boolean more, byte[] bytes) {
        this.pages = pages;
        this.more = more;
        this.bytes = bytes;
    }

    /** How many pages the file has; 1 where it has none. */
    public int pages() {
        return pages;
    }

    /** Whether the file goes on after what is shown. */
    public boolean more() {
        return more;
    }

    /** The picture; empty where there is no such page. */
    public byte[] picture() {
        return bytes.clone();
    }

    /** Its media type. */
    public String pictureType() {
        return starts(JPEG) ? "image/jpeg" : "image/png";
    }

    /** How wide and how high the picture of a page would be; nothing where there is no such page. */
    public List<Integer> size() {
        return bytes.length == 0
                ? List.of()
                : Stream.of(text().split(" ", -1)).map(Integer::valueOf).toList();
    }

    /** Whether it may be what was asked for. */
    boolean answers(Glance.Part part) {
        return bytes.length == 0
                || switch (part) {
                    case OUTLINE -> bytes.length < MOST_OF_OUTLINE && text().matches("\\d{1,4} \\d{1,4}");
                    case PICTURE -> starts(PNG) || starts(JPEG);
                    case TEXT, WORDS -> true;
                };
    }

    private boolean starts(byte[] mark) {
        return bytes.length > mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** The text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * A row of a table.
     *
     * @param sheet on which it stands; empty where the table is the whole file
     */
    public record Row(String sheet, List<String> cells) {}

    /** The rows of a table, sheet by sheet. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String sheet = "";
        for (String row : text().split(ROW, -1)) {
            if (row.startsWith(SHEET)) {
                sheet = row.substring(SHEET.length());
            } else if (!row.isEmpty()) {
                rows.add(new Row(sheet, List.of(row.split(CELL, -1))));
            }
        }
        return rows;
    }
}
