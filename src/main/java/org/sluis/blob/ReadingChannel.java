package org.sluis.blob;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel to read from at any position. */
abstract class ReadingChannel implements SeekableByteChannel {

    private long position;

    /** Goes on by what was read; the end of the channel is no step. */
    final int advance(int read) {
        position += Math.max(0, read);
        return read;
    }

    @Override
    public final long position() {
        return position;
    }

    @Override
    public final SeekableByteChannel position(long target) {
        position = target;
        return this;
    }

    @Override
    public final int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public final SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
