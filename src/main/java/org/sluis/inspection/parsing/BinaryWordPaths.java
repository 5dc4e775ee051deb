package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The files that a document of Word 6 to 2003 names as its own ([MS-DOC] 2.9.276, SttbfAssoc): the template it is attached to
 * and the sources of a mail merge. Word opens them when it opens the document.
 */
final class BinaryWordPaths {

    private static final int VERSION_AT = 2;
    private static final int FLAGS_AT = 10;
    private static final int SECOND_TABLE = 0x200;
    private static final int WORD_97 = 0xc1;
    private static final int PATHS_AT = 0x19a;
    private static final int OLD_PATHS_AT = 0x158;
    private static final int PLACE_BYTES = 8;
    private static final int MOST_BYTES = 1 << 16;
    private static final int WIDE = 0xffff;
    private static final int LIST_HEADER_BYTES = 6;
    private static final int TEMPLATE = 1;
    private static final int MERGED = 8;
    private static final int MERGED_HEADER = 9;

    private final Bytes main;
    private final int version;

    BinaryWordPaths(Bytes main) throws IOException {
        this.main = main;
        this.version = main.size() < FLAGS_AT + 2 ? 0 : new Cursor(main, VERSION_AT).u16le();
    }

    /** The stream beside the main one that holds the paths; the main one itself in documents of Word 6 and 95. */
    String table() throws IOException {
        if (version < WORD_97) {
            return "WordDocument";
        }
        return (new Cursor(main, FLAGS_AT).u16le() & SECOND_TABLE) == 0 ? "0Table" : "1Table";
    }

    /** @throws Refusal where one of them lies on another machine */
    void check(Bytes table) throws IOException {
        int at = version < WORD_97 ? OLD_PATHS_AT : PATHS_AT;
        if (main.size() < at + PLACE_BYTES) {
            return;
        }
        Cursor place = new Cursor(main, at);
        long from = place.u32le();
        long length = place.u32le();
        if (length > 0) {
            Refusal.unless(length <= MOST_BYTES, Rule.STRUCTURE_SIZE);
            Refusal.unlessReadable(from + length <= table.size());
            paths(table.slice(from, length));
        }
    }

    private static void paths(Bytes list) throws IOException {
        Cursor next = new Cursor(list, 0);
        int first = next.u16le();
        if (first != WIDE) {
            ObjectLink.checkElsewhere(list.upTo(0, MOST_BYTES));
            return;
        }
        int count = next.u16le();
        int extra = next.u16le();
        long at = LIST_HEADER_BYTES;
        for (int index = 0; index < count && index <= MERGED_HEADER && at < list.size(); index++) {
            int bytes = 2 * new Cursor(list, at).u16le();
            path(index, new String(list.exactly(at + 2, bytes), StandardCharsets.UTF_16LE));
            at += 2L + bytes + extra;
        }
    }

    private static void path(int index, String path) {
        switch (index) {
            case TEMPLATE -> Links.checkFetch(path, Rule.REMOTE_TEMPLATE);
            case MERGED, MERGED_HEADER -> Links.checkFetch(path, Rule.DATA_CONNECTION);
            default -> {
                // Title, subject and persons.
            }
        }
    }
}
