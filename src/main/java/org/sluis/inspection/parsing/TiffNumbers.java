package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads directories and values in the byte order and width that the head of a TIFF file announces. */
record TiffNumbers(Bytes bytes, boolean littleEndian, boolean big) {

    private static final int HEADER_BYTES = 8;
    private static final int MAX_ENTRIES = 65_535;
    private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 1, 1, 8, 8, 8};

    static TiffNumbers of(Bytes bytes) throws IOException {
        byte[] head = bytes.exactly(0, HEADER_BYTES);
        boolean little = Magic.starts(head, "II");
        if (Magic.starts(head, "II*\0") || Magic.starts(head, "MM\0*")) {
            return new TiffNumbers(bytes, little, false);
        }
        Refusal.unlessReadable(Magic.starts(head, "II+\0\10\0\0\0") || Magic.starts(head, "MM\0+\0\10\0\0"));
        return new TiffNumbers(bytes, little, true);
    }

    long firstDirectory() throws IOException {
        return offset(new Cursor(bytes, big ? 8 : 4));
    }

    /** @throws Refusal where it does not lie within the file */
    TiffDirectory directory(long position) throws IOException {
        Cursor cursor = new Cursor(bytes, 0).moveTo(position);
        long count = big ? u64(cursor) : u16(cursor);
        Refusal.unless(count >= 0 && count <= MAX_ENTRIES, Rule.DAMAGED);
        Map<Integer, TiffDirectory.Values> entries = new HashMap<>();
        for (long entry = 0; entry < count; entry++) {
            int tag = u16(cursor);
            entries.put(tag, values(cursor));
        }
        return new TiffDirectory(entries, offset(cursor));
    }

    private TiffDirectory.Values values(Cursor cursor) throws IOException {
        int type = u16(cursor);
        long count = offset(cursor);
        long here = cursor.position();
        int width = big ? 8 : 4;
        boolean inline = count >= 0 && count <= width / bytesOf(type);
        long position = inline ? here : offset(cursor);
        cursor.moveTo(here).skip(width);
        return new TiffDirectory.Values(type, count, position);
    }

    private static int bytesOf(int type) {
        return type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1;
    }

    /** Reads whole numbers one after the other. */
    Reader reader(TiffDirectory.Values values) {
        return new Reader(this, new Cursor(bytes, 0).moveTo(values.position()), values.type());
    }

    private int u16(Cursor cursor) throws IOException {
        return littleEndian ? cursor.u16le() : cursor.u16();
    }

    private long u32(Cursor cursor) throws IOException {
        return littleEndian ? cursor.u32le() : cursor.u32();
    }

    private long u64(Cursor cursor) throws IOException {
        return littleEndian ? cursor.u64le() : cursor.u64();
    }

    private long offset(Cursor cursor) throws IOException {
        return big ? u64(cursor) : u32(cursor);
    }

    /** The values of one entry. */
    record Reader(TiffNumbers numbers, Cursor cursor, int type) {

        long next() throws IOException {
            return switch (type) {
                case 1, 2, 6, 7 -> cursor.u8();
                case 3, 8 -> numbers.u16(cursor);
                case 4, 9, 13 -> numbers.u32(cursor);
                case 16, 17, 18 -> numbers.u64(cursor);
                default -> throw new Refusal(Rule.DAMAGED);
            };
        }
    }
}
