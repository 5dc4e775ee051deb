package org.sluis.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Reads decrypted content and calls a failure by its name: damage, or a store that is away. */
final class AuthenticatedChannel implements SeekableByteChannel {

    private final SeekableByteChannel plain;
    private final StoredChannel stored;

    /** @param stored what {@code plain} is deciphered from */
    AuthenticatedChannel(SeekableByteChannel plain, StoredChannel stored) {
        this.plain = plain;
        this.stored = stored;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return plain.read(target);
        } catch (IOException failure) {
            throw stored.named(failure);
        }
    }

    @Override
    public long size() throws IOException {
        try {
            return plain.size();
        } catch (IOException failure) {
            throw stored.named(failure);
        }
    }

    @Override
    public long position() throws IOException {
        return plain.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        plain.position(position);
        return this;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return plain.isOpen();
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
