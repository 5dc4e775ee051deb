package org.sluis.inspection.parsing;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Gives PDFBox the bytes of a document without a copy of them. */
final class PdfBytes implements RandomAccessRead {

    private static final int WINDOW_BYTES = 8 * 1024;

    private final Bytes bytes;
    private final byte[] window = new byte[WINDOW_BYTES];
    private long windowStart;
    private int windowBytes;
    private long position;
    private boolean closed;

    PdfBytes(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        if (position < windowStart || position >= windowStart + windowBytes) {
            windowStart = position;
            windowBytes = Math.max(0, bytes.read(position, window, 0, WINDOW_BYTES));
            if (windowBytes == 0) {
                return -1;
            }
        }
        return window[(int) (position++ - windowStart)] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = bytes.read(position, target, offset, length);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long target) throws IOException {
        if (target < 0) {
            throw new IOException("a position before the start");
        }
        position = Math.min(target, bytes.size());
    }

    @Override
    public long length() {
        return bytes.size();
    }

    @Override
    public boolean isEOF() {
        return position >= bytes.size();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
