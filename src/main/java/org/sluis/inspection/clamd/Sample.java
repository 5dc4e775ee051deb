package org.sluis.inspection.clamd;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/** What a scanner is tried with: some bytes, followed by zeros up to a size. */
final class Sample implements ReadableByteChannel {

    private static final byte[] ZEROS = new byte[64 * 1_024];

    private final byte[] head;
    private final long size;
    private long position;

    private Sample(byte[] head, long size) {
        this.head = head;
        this.size = size;
    }

    static Sample harmless() {
        byte[] bytes = "harmless".getBytes(StandardCharsets.US_ASCII);
        return new Sample(bytes, bytes.length);
    }

    /** The EICAR test file, which every scanner must find. */
    static Sample eicar() {
        return eicar(eicarBytes().length);
    }

    static Sample eicar(long size) {
        return new Sample(eicarBytes(), size);
    }

    /** Put together at run time, so that no scanner convicts the program itself. */
    private static byte[] eicarBytes() {
        String head = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$";
        String tail = "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
        return (head + "EICAR" + tail).getBytes(StandardCharsets.US_ASCII);
    }

    long size() {
        return size;
    }

    @Override
    public int read(ByteBuffer target) {
        if (position >= size) {
            return -1;
        }
        return position < head.length ? fill(target, head, (int) position, head.length) : fill(target, ZEROS, 0, size);
    }

    /** @param end of the sample's part that the bytes repeat */
    private int fill(ByteBuffer target, byte[] bytes, int offset, long end) {
        int count = (int) Math.min(Math.min(target.remaining(), bytes.length - offset), end - position);
        target.put(bytes, offset, count);
        position += count;
        return count;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
