package org.sluis.inspection.parsing;

import java.io.IOException;

/** Matroska and WebM (RFC 8794, RFC 9559): an EBML header that names the kind, then segments to the last byte. */
final class MatroskaElements implements Structure {

    private static final long EBML = 0x1A45DFA3L;
    private static final long DOC_TYPE = 0x4282;
    private static final long SEGMENT = 0x18538067L;
    private static final long VOID = 0xEC;
    private static final long UNKNOWN_SIZE = -1;
    private static final int MAX_HEADER_BYTES = 4096;

    @Override
    public void check(Bytes bytes) throws IOException {
        Cursor cursor = new Cursor(bytes, 0);
        Refusal.unlessReadable(number(cursor, true) == EBML);
        cursor.skip(number(cursor, false));
        boolean segment = false;
        while (!cursor.atEnd()) {
            long id = number(cursor, true);
            long size = number(cursor, false);
            Refusal.unlessReadable(id == SEGMENT || id == VOID);
            segment |= id == SEGMENT;
            if (size == UNKNOWN_SIZE) {
                return;
            }
            cursor.skip(size);
        }
        Refusal.unlessReadable(segment);
    }

    /** The media type its header names. */
    static String type(byte[] head) throws IOException {
        Cursor cursor = new Cursor(new ArrayBytes(head), 0);
        Refusal.unlessReadable(number(cursor, true) == EBML);
        long length = number(cursor, false);
        Refusal.unlessReadable(length > 0 && length <= MAX_HEADER_BYTES);
        long end = cursor.position() + length;
        while (cursor.position() < end) {
            long id = number(cursor, true);
            long size = number(cursor, false);
            Refusal.unlessReadable(size >= 0 && size <= MAX_HEADER_BYTES);
            if (id == DOC_TYPE) {
                return cursor.ascii((int) size).replace("\0", "").equals("webm")
                        ? MediaTypes.WEBM
                        : MediaTypes.MATROSKA;
            }
            cursor.skip(size);
        }
        throw new Refusal(Rule.DAMAGED);
    }

    /** A number of variable length; as an identifier it keeps its marker bit. */
    private static long number(Cursor cursor, boolean identifier) throws IOException {
        int first = cursor.u8();
        int extra = Integer.numberOfLeadingZeros(first) - 24;
        Refusal.unlessReadable(extra < 8);
        long value = identifier ? first : (first & (0x7f >> extra));
        for (int index = 0; index < extra; index++) {
            value = (value << 8) | cursor.u8();
        }
        boolean allOnes = !identifier && value == (1L << (7 * (extra + 1))) - 1;
        return allOnes ? UNKNOWN_SIZE : value;
    }
}
