package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a PDF document in which nothing says where the table of objects lies: a reader has to look for the objects
 * themselves, as readers do that find the table damaged.
 */
record PdfRebuilt(Bytes whole) implements Bytes {

    private static final byte[] POINTER = "startxref".getBytes(StandardCharsets.US_ASCII);

    @Override
    public long size() {
        return whole.size();
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        int read = whole.read(position, target, offset, length);
        if (read <= 0) {
            return read;
        }
        int before = (int) Math.min(position, POINTER.length - 1L);
        byte[] around = whole.upTo(position - before, before + read + POINTER.length - 1);
        for (int at = 0; at + POINTER.length <= around.length; at++) {
            if (isPointer(around, at)) {
                blank(target, offset, read, at - before);
            }
        }
        return read;
    }

    private static void blank(byte[] target, int offset, int read, int from) {
        for (int index = Math.max(0, from); index < Math.min(read, from + POINTER.length); index++) {
            target[offset + index] = ' ';
        }
    }

    private static boolean isPointer(byte[] bytes, int at) {
        for (int index = 0; index < POINTER.length; index++) {
            if (bytes[at + index] != POINTER[index]) {
                return false;
            }
        }
        return true;
    }
}
