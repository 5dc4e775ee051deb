package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Plain text: UTF-8 (RFC 3629), or Windows-1252, which contains what people call ISO-8859-1. Control characters are what
 * makes other formats out of text, so only line ends, tabs and form feeds may come.
 */
final class TextContent {

    private static final int PIECE_BYTES = 64 * 1024;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer chars = CharBuffer.allocate(PIECE_BYTES + 8);
    private boolean unicode = true;
    private boolean western = true;

    /** @throws Refusal where it is no text */
    void check(InputStream content) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PIECE_BYTES + 8);
        byte[] array = bytes.array();
        int read = 0;
        while (read >= 0) {
            read = content.read(array, bytes.position(), PIECE_BYTES);
            int fresh = Math.max(0, read);
            checkWestern(array, bytes.position(), fresh);
            bytes.position(bytes.position() + fresh).flip();
            checkUnicode(bytes, read < 0);
            if (!unicode) {
                bytes.position(bytes.limit());
            }
            bytes.compact();
            if (!unicode && !western) {
                throw new Refusal(Rule.TYPE_UNKNOWN);
            }
        }
    }

    private void checkUnicode(ByteBuffer bytes, boolean last) {
        if (!unicode) {
            return;
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, last);
        unicode = !result.isError() && !(last && bytes.hasRemaining());
        chars.flip();
        for (int index = 0; index < chars.limit(); index++) {
            char found = chars.get(index);
            if ((found >= 0x7f && found < 0xa0 && found != 0x85) || isControl(found)) {
                unicode = false;
            }
        }
    }

    private void checkWestern(byte[] bytes, int from, int length) {
        for (int index = from; western && index < from + length; index++) {
            int found = bytes[index] & 0xff;
            western = switch (found) {
                case 0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d -> false;
                default -> !isControl(found);
            };
        }
    }

    private static boolean isControl(int character) {
        return character < ' ' && character != '\n' && character != '\r' && character != '\t' && character != '\f';
    }
}
