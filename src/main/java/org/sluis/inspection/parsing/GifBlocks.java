package org.sluis.inspection.parsing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.sluis.inspection.parsing.Objection.Evidence;

/** GIF 87a and 89a: blocks from the screen's description to the trailer, no page in a comment, nothing behind. */
final class GifBlocks implements Structure {

    private static final int SIGNATURE_BYTES = 6;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int COMMENT = 0xfe;
    private static final int MOST_TEXT = 64 * 1024;

    @Override
    public void check(Bytes bytes) throws IOException {
        Cursor cursor = new Cursor(bytes, SIGNATURE_BYTES);
        Pixels.check(Math.max(1, cursor.u16le()), Math.max(1, cursor.u16le()));
        int flags = cursor.u8();
        cursor.skip(2);
        table(cursor, flags);
        boolean image = false;
        int block = cursor.u8();
        while (block != TRAILER) {
            Refusal.unlessReadable(block == IMAGE || block == EXTENSION || block == 0);
            if (block == IMAGE) {
                image(cursor);
                image = true;
            } else if (block == EXTENSION) {
                extension(cursor);
            }
            if (image && cursor.atEnd()) {
                return;
            }
            block = cursor.u8();
        }
        Refusal.unlessReadable(image);
        Trailer.mustBePadding(bytes, cursor.position());
    }

    private static void table(Cursor cursor, int flags) {
        if ((flags & 0x80) != 0) {
            cursor.skip(3L << ((flags & 7) + 1));
        }
    }

    private static void image(Cursor cursor) throws IOException {
        cursor.skip(4);
        Pixels.check(Math.max(1, cursor.u16le()), Math.max(1, cursor.u16le()));
        table(cursor, cursor.u8());
        cursor.skip(1);
        for (int length = cursor.u8(); length != 0; length = cursor.u8()) {
            cursor.skip(length);
        }
    }

    private static void extension(Cursor cursor) throws IOException {
        boolean comment = cursor.u8() == COMMENT;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int length = cursor.u8(); length != 0; length = cursor.u8()) {
            byte[] piece = cursor.bytes(length);
            if (comment && text.size() < MOST_TEXT) {
                text.writeBytes(piece);
            }
        }
        if (ForeignMarks.hasMarkup(text.toByteArray())) {
            throw new Refusal(Rule.TWO_FORMATS)
                    .detected(Magic.HTML, Evidence.SIGNATURE)
                    .inPart("comment");
        }
    }
}
