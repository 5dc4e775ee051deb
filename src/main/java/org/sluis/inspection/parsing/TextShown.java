package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a text, as it is shown: in UTF-16 where it begins with the mark of that, else in UTF-8, and where it is none in
 * the code page of western Windows.
 *
 * @param more whether it goes on
 */
record TextShown(String text, boolean more) {

    private static final int MOST_BYTES = 256 * 1024;
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String COLOURS = "\u001b\\[[0-9;]*[A-Za-z]";
    private static final String UNSEEN = "[\\p{Cc}&&[^\\t\\n]]";

    static TextShown of(Bytes file) throws IOException {
        byte[] head = file.upTo(0, MOST_BYTES);
        boolean more = file.size() > head.length;
        return new TextShown(cleared(decoded(head, more)), more);
    }

    private static String decoded(byte[] head, boolean cut) {
        Charset declared = TextContent.charset(head);
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        CharsetDecoder decoder = declared.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(ByteBuffer.wrap(head), text, !cut).isError()) {
            return new String(head, declared.equals(StandardCharsets.UTF_8) ? WESTERN : declared);
        }
        return text.flip().toString();
    }

    /** With ends of lines as one sign, and without signs that nobody sees. */
    static String cleared(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        String plain = lines.startsWith("\ufeff") ? lines.substring(1) : lines;
        return plain.replaceAll(COLOURS, "").replaceAll(UNSEEN, "");
    }
}
