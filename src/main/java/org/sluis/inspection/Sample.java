package org.sluis.inspection;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/** What a scanner is tried with: some bytes, followed by zeros up to a size. */
final class Sample implements ReadableByteChannel {

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
        int start = target.position();
        while (target.hasRemaining() && position < size) {
            target.put(position < head.length ? head[(int) position] : 0);
            position++;
        }
        return target.position() - start;
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
