package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The main stream of a document of Word 6 to 2003 ([MS-DOC]): its password, macros of the kind before Visual Basic, and the
 * fields in its text that fetch, in letters of one byte or two.
 */
final class BinaryWordText {

    private static final int HEADER_BYTES = 12;
    private static final int VERSION_AT = 2;
    private static final int FLAGS_AT = 10;
    private static final int TEMPLATE = 1;
    private static final int ENCRYPTED = 0x100;
    private static final int WORD_97 = 0xc1;
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int OVERLAP_BYTES = 1024;
    private static final Pattern FETCHING = Pattern.compile(
            "(?i)\\x13\\s*(ddeauto|dde|link|import|database)\\b[^\\x14\\x15]{0,200}"
                    + "|\\x13\\s*(include\\w*|rd)\\b[^\\x14\\x15]{0,200}?(https?:|ftp:|//|\\\\\\\\\\w)[^\\x14\\x15]{0,200}");

    private BinaryWordText() {}

    static void check(Bytes stream) throws IOException {
        if (stream.size() < HEADER_BYTES) {
            return;
        }
        int version = new Cursor(stream, 0).skip(VERSION_AT).u16le();
        int flags = new Cursor(stream, 0).skip(FLAGS_AT).u16le();
        Refusal.unless((flags & ENCRYPTED) == 0, Rule.PASSWORD);
        Refusal.unless(version >= WORD_97 || (flags & TEMPLATE) == 0, Rule.MACRO);
        for (long at = 0; at < stream.size(); at += PIECE_BYTES) {
            byte[] piece = stream.upTo(at, PIECE_BYTES + OVERLAP_BYTES);
            checkFields(new String(piece, StandardCharsets.ISO_8859_1));
            checkFields(new String(piece, StandardCharsets.UTF_16LE));
            if (piece.length > 1) {
                checkFields(new String(piece, 1, piece.length - 1, StandardCharsets.UTF_16LE));
            }
        }
    }

    private static void checkFields(String text) {
        Matcher fetching = FETCHING.matcher(text);
        if (fetching.find()) {
            boolean dde = fetching.group().substring(1).strip().regionMatches(true, 0, "dde", 0, 3);
            throw new Refusal(dde ? Rule.DDE : Rule.FETCHING_FIELD)
                    .naming(fetching.group().substring(1).strip());
        }
    }
}
