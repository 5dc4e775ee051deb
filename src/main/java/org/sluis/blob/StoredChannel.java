package org.sluis.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/**
 * The bytes as the store gives them. It remembers where the store failed: whatever deciphers them calls every failure
 * alike, and only without one of the store's own is it the bytes that are wrong.
 */
final class StoredChannel extends ReadingChannel {

    private final SeekableByteChannel stored;
    private Optional<IOException> fault = Optional.empty();

    StoredChannel(SeekableByteChannel stored) {
        this.stored = stored;
    }

    /** What a failed reading means: the store is away, or the bytes are not those that were received. */
    IOException named(IOException failure) {
        if (fault.isPresent()) {
            return new StoreUnavailable(fault.get());
        }
        if (failure instanceof ClosedChannelException) {
            return new StoreUnavailable(failure);
        }
        return failure instanceof ContentDamaged ? failure : new ContentDamaged(failure);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return advance(stored.position(position()).read(target));
        } catch (IOException away) {
            throw remembered(away);
        }
    }

    @Override
    public long size() throws IOException {
        try {
            return stored.size();
        } catch (IOException away) {
            throw remembered(away);
        }
    }

    private IOException remembered(IOException away) {
        fault = Optional.of(away);
        return away;
    }

    @Override
    public boolean isOpen() {
        return stored.isOpen();
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
