package org.sluis.inspection.parsing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that do not change, read in any order. */
interface Bytes {

    int STREAM_BUFFER = 64 * 1024;

    long size();

    /** @return how many bytes came, at least one; -1 at the end */
    int read(long position, byte[] target, int offset, int length) throws IOException;

    /** @throws Refusal where the file ends before it should */
    default byte[] exactly(long position, int length) throws IOException {
        if (position < 0 || length < 0 || position > size() - length) {
            throw new Refusal(Rule.DAMAGED);
        }
        return upTo(position, length);
    }

    /** The bytes there are, {@code length} at most. */
    default byte[] upTo(long position, int length) throws IOException {
        byte[] found = new byte[(int) Math.max(0, Math.min(length, size() - position))];
        int filled = 0;
        while (filled < found.length) {
            int read = read(position + filled, found, filled, found.length - filled);
            if (read < 0) {
                throw new Refusal(Rule.DAMAGED);
            }
            filled += read;
        }
        return found;
    }

    /** @throws Refusal where the file ends before the slice does */
    default Bytes slice(long from, long length) {
        if (from < 0 || length < 0 || from > size() - length) {
            throw new Refusal(Rule.DAMAGED);
        }
        return new Slice(this, from, length);
    }

    /** All of them in order. */
    default InputStream stream() {
        return new BufferedInputStream(new BytesStream(this), STREAM_BUFFER);
    }

    /** A part of other bytes. */
    record Slice(Bytes whole, long from, long size) implements Bytes {

        @Override
        public int read(long position, byte[] target, int offset, int length) throws IOException {
            long left = size - position;
            return left <= 0 ? -1 : whole.read(from + position, target, offset, (int) Math.min(length, left));
        }
    }
}
