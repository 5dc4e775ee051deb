package org.sluis.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A stretch of a channel as if it were all there is. */
final class ChannelSlice extends ReadingChannel {

    private final SeekableByteChannel whole;
    private final long from;
    private final long size;

    ChannelSlice(SeekableByteChannel whole, long from, long size) {
        this.whole = whole;
        this.from = from;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        long left = size - position();
        if (left <= 0) {
            return -1;
        }
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + left));
        try {
            return advance(whole.position(from + position()).read(target));
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return whole.isOpen();
    }

    /** The whole is closed by who opened it. */
    @Override
    public void close() {
        position(size);
    }
}
