package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.regex.Pattern;

/** The boxes of the ISO base media file format (ISO/IEC 14496-12) and QuickTime's atoms, one after the other. */
final class BoxReader {

    static final int HEADER_BYTES = 8;

    private static final int MAX_BOXES = 1_000_000;
    private static final int LARGE_HEADER_BYTES = 16;
    private static final Pattern TYPE = Pattern.compile("[\\x20-\\x7e\\xa9]{4}");

    private final Cursor cursor;
    private final long end;
    private int boxes;
    private String type = "";
    private long start;
    private long content;
    private long boxEnd;

    BoxReader(Bytes bytes, long start, long end) {
        this.cursor = new Cursor(bytes, start);
        this.end = end;
        this.boxEnd = start;
    }

    /**
     * Goes to the next one, where there is one.
     *
     * @throws Refusal where what follows is no box; the reader stays where it begins
     */
    boolean next() throws IOException {
        start = boxEnd;
        if (start >= end) {
            return false;
        }
        Refusal.unless(++boxes <= MAX_BOXES, Rule.STRUCTURE_SIZE);
        Refusal.unlessReadable(end - start >= HEADER_BYTES);
        cursor.moveTo(start);
        long size = cursor.u32();
        type = cursor.ascii(4);
        Refusal.unlessReadable(TYPE.matcher(type).matches());
        int header = HEADER_BYTES;
        if (size == 1) {
            size = cursor.u64();
            header = LARGE_HEADER_BYTES;
        } else if (size == 0) {
            size = end - start;
        }
        Refusal.unlessReadable(size >= header && size <= Long.MAX_VALUE - start);
        content = start + header;
        boxEnd = start + size;
        return true;
    }

    /** Whether it ends where its container does, or before. */
    boolean isWhole() {
        return boxEnd <= end;
    }

    String type() {
        return type;
    }

    /** Where it, or what was no box, begins. */
    long start() {
        return start;
    }

    /** Where its content begins. */
    long content() {
        return content;
    }

    long end() {
        return boxEnd;
    }
}
