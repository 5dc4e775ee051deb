package org.sluis.inspection.parsing;

import java.io.IOException;

/**
 * JPEG (ITU-T T.81): segments from SOI to EOI. What follows must be no file of its own, see
 * {@link Trailer}.
 */
final class JpegStructure implements Structure {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;

    @Override
    public void check(Bytes bytes) throws IOException {
        Trailer.mayBeNotes(bytes, end(bytes, 0));
    }

    /** @return the position after the image that begins at {@code start} */
    private static long end(Bytes bytes, long start) throws IOException {
        Cursor cursor = new Cursor(bytes, start);
        if (cursor.u8() != 0xff || cursor.u8() != SOI) {
            throw new Refusal(Rule.DAMAGED);
        }
        boolean scanned = false;
        int marker = marker(cursor);
        while (marker != EOI) {
            segment(cursor, marker);
            if (marker == SOS) {
                scanned = true;
                marker = afterScan(cursor);
            } else {
                marker = marker(cursor);
            }
        }
        if (!scanned) {
            throw new Refusal(Rule.DAMAGED);
        }
        return cursor.position();
    }

    private static void segment(Cursor cursor, int marker) throws IOException {
        int length = cursor.u16();
        if (length < 2 || marker < 0xc0 || marker == SOI || isRestart(marker)) {
            throw new Refusal(Rule.DAMAGED);
        }
        long start = cursor.position();
        if (isFrame(marker)) {
            cursor.u8();
            int height = cursor.u16();
            Pixels.check(cursor.u16(), Math.max(1, height));
        }
        cursor.moveTo(start).skip(length - 2L);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xd0 && marker <= 0xd7;
    }

    private static int marker(Cursor cursor) throws IOException {
        if (cursor.u8() != 0xff) {
            throw new Refusal(Rule.DAMAGED);
        }
        return afterFill(cursor);
    }

    private static int afterFill(Cursor cursor) throws IOException {
        int next = cursor.u8();
        while (next == 0xff) {
            next = cursor.u8();
        }
        return next;
    }

    /** Runs through entropy-coded bytes, in which FF is followed by 00 or a restart. */
    private static int afterScan(Cursor cursor) throws IOException {
        while (true) {
            if (cursor.u8() == 0xff) {
                int next = afterFill(cursor);
                if (next != 0 && !isRestart(next)) {
                    return next;
                }
            }
        }
    }
}
