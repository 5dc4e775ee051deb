package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Whether a picture or recording is a script at the same time. Such a file opens a comment right behind its mark, where the
 * mark reads as a name ({@code GIF89a/*}, or the letters of a JPEG whose first length is 2F2A), and goes on as a program
 * where the comment closes. A comment's two bytes alone are a length like any other.
 */
final class ScriptComment {

    private static final int LONGEST_NAME = 16;
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int LETTERS_LOOKED_AT = 8;
    private static final String OPERATORS = "=;,(.[+-*/%&|^<>?:!";

    private ScriptComment() {}

    static boolean begins(Bytes bytes) throws IOException {
        String beginning = new String(bytes.upTo(0, LONGEST_NAME + 2), StandardCharsets.ISO_8859_1);
        int comment = beginning.indexOf("/*");
        return comment > 0
                && beginning.substring(0, comment).chars().allMatch(ScriptComment::isText)
                && goesOn(bytes, comment + 2L);
    }

    private static boolean goesOn(Bytes bytes, long start) throws IOException {
        for (long position = start; position < bytes.size(); position += PIECE_BYTES) {
            String piece = new String(bytes.upTo(position, PIECE_BYTES + 1), StandardCharsets.ISO_8859_1);
            int close = piece.indexOf("*/");
            if (close >= 0) {
                return isProgram(bytes.upTo(position + close + 2, PIECE_BYTES));
            }
        }
        return false;
    }

    private static boolean isProgram(byte[] rest) {
        String text = new String(rest, StandardCharsets.ISO_8859_1).stripLeading();
        boolean isWritten = text.chars().limit(LETTERS_LOOKED_AT).allMatch(ScriptComment::isText);
        boolean onNewLine = rest.length > 0 && (rest[0] == '\n' || rest[0] == '\r');
        return isWritten && !text.isEmpty() && (onNewLine || OPERATORS.indexOf(text.charAt(0)) >= 0);
    }

    private static boolean isText(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter < 0x7f)
                || letter >= 0xa0;
    }
}
