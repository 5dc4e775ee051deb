package org.sluis.inspection.parsing;

import java.io.IOException;

/** MP4 and M4A (ISO/IEC 14496-12): boxes follow each other to the last byte, the kind first, a movie among them. */
final class Mp4Boxes implements Structure {

    private static final int MAX_BOXES = 1_000_000;
    private static final int HEADER_BYTES = 8;
    private static final int LARGE_HEADER_BYTES = 16;

    @Override
    public void check(Bytes bytes) throws IOException {
        Cursor cursor = new Cursor(bytes, 0);
        boolean movie = false;
        for (int box = 0; !cursor.atEnd(); box++) {
            long start = cursor.position();
            long size = cursor.u32();
            String type = cursor.ascii(4);
            int header = HEADER_BYTES;
            if (size == 1) {
                size = cursor.u64();
                header = LARGE_HEADER_BYTES;
            } else if (size == 0) {
                size = bytes.size() - start;
            }
            if (size < header || (box == 0) != type.equals("ftyp") || !type.matches("[\\x20-\\x7e\\xa9]{4}")) {
                throw new Refusal(Rule.DAMAGED);
            }
            if (box == MAX_BOXES) {
                throw new Refusal(Rule.STRUCTURE_SIZE);
            }
            movie |= type.equals("moov") || type.equals("moof");
            cursor.moveTo(start).skip(size);
        }
        if (!movie) {
            throw new Refusal(Rule.DAMAGED);
        }
    }
}
