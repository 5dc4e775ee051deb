package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Walks through bytes forwards, number by number; running into the end means the file is cut short. */
final class Cursor {

    private static final int WINDOW = 16 * 1024;

    private final Bytes bytes;
    private byte[] window = {};
    private long windowStart;
    private long position;

    Cursor(Bytes bytes, long position) {
        this.bytes = bytes;
        this.position = position;
    }

    long position() {
        return position;
    }

    long left() {
        return bytes.size() - position;
    }

    boolean atEnd() {
        return left() <= 0;
    }

    Cursor moveTo(long target) {
        if (target < 0 || target > bytes.size()) {
            throw new Refusal(Rule.DAMAGED);
        }
        position = target;
        return this;
    }

    Cursor skip(long count) {
        if (count < 0 || count > left()) {
            throw new Refusal(Rule.DAMAGED);
        }
        position += count;
        return this;
    }

    int u8() throws IOException {
        if (position < windowStart || position >= windowStart + window.length) {
            window = bytes.exactly(position, (int) Math.max(1, Math.min(WINDOW, left())));
            windowStart = position;
        }
        return window[(int) (position++ - windowStart)] & 0xff;
    }

    int u16le() throws IOException {
        return u8() | u8() << 8;
    }

    long u32le() throws IOException {
        return u16le() | (long) u16le() << 16;
    }

    long u64le() throws IOException {
        return u32le() | u32le() << 32;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    long u32() throws IOException {
        return (long) u16() << 16 | u16();
    }

    long u64() throws IOException {
        return u32() << 32 | u32();
    }

    byte[] bytes(int count) throws IOException {
        byte[] read = bytes.exactly(position, count);
        position += count;
        return read;
    }

    String ascii(int count) throws IOException {
        return new String(bytes(count), StandardCharsets.ISO_8859_1);
    }
}
