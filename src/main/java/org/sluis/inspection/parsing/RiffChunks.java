package org.sluis.inspection.parsing;

import java.io.IOException;

/** The chunks of a RIFF form, one after the other. */
final class RiffChunks {

    static final int HEADER_BYTES = 8;
    static final int FORM_BYTES = 12;

    private final Cursor cursor;
    private final long end;
    private String type = "";
    private long start;
    private long size;

    RiffChunks(Bytes bytes, long end) {
        this.cursor = new Cursor(bytes, FORM_BYTES);
        this.end = end;
    }

    /** Goes to the next one, where there is one. */
    boolean next() throws IOException {
        long left = end - cursor.position();
        if (left < HEADER_BYTES) {
            return false;
        }
        type = cursor.ascii(4);
        size = cursor.u32le();
        start = cursor.position();
        return true;
    }

    /** Leaves this one behind. The byte that makes its length even may be missing at the end. */
    void leave() {
        Refusal.unlessReadable(start + size <= end);
        cursor.moveTo(Math.min(end, start + size + size % 2));
    }

    String type() {
        return type;
    }

    long start() {
        return start;
    }

    long size() {
        return size;
    }
}
