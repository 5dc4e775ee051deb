package org.sluis.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A real store on a disk that somebody else fills up meanwhile, or that fails. */
final class ShrinkingStore implements BlobStore {

    private final BlobStore store;
    private long free = Long.MAX_VALUE;
    private boolean refusing;
    private boolean unreadable;

    ShrinkingStore(BlobStore store) {
        this.store = store;
    }

    void leave(long bytes) {
        free = bytes;
    }

    /** From now on, whatever is written fails. */
    void refuseWrites() {
        refusing = true;
    }

    /** Whether whatever is read from now on fails, also what was opened before. */
    void failReads(boolean fail) {
        unreadable = fail;
    }

    @Override
    public long free() {
        return free;
    }

    @Override
    public PendingBlob begin() throws IOException {
        PendingBlob begun = store.begin();
        return refusing ? new UnwritableBlob(begun) : begun;
    }

    @Override
    public PendingBlob resume(UUID id, long length) throws IOException {
        return store.resume(id, length);
    }

    @Override
    public void abandon(UUID id) throws IOException {
        store.abandon(id);
    }

    @Override
    public SeekableByteChannel open(UUID id) throws IOException {
        return new FailingChannel(store.open(id));
    }

    @Override
    public boolean exists(UUID id) {
        return store.exists(id);
    }

    @Override
    public void delete(UUID id) throws IOException {
        store.delete(id);
    }

    @Override
    public List<Kept> list(Optional<UUID> after, int limit) throws IOException {
        return store.list(after, limit);
    }

    @Override
    public int sweep(Instant before, Function<Collection<UUID>, Set<UUID>> awaited) throws IOException {
        return store.sweep(before, awaited);
    }

    private final class FailingChannel extends ReadingChannel {

        private final SeekableByteChannel stored;

        FailingChannel(SeekableByteChannel stored) {
            this.stored = stored;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (unreadable) {
                throw new IOException("input/output error");
            }
            return advance(stored.position(position()).read(target));
        }

        @Override
        public long size() throws IOException {
            return stored.size();
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

    private record UnwritableBlob(PendingBlob blob) implements PendingBlob {

        @Override
        public UUID id() {
            return blob.id();
        }

        @Override
        public OutputStream out() {
            return new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    throw new IOException("no space left on device");
                }
            };
        }

        @Override
        public void keep() throws IOException {
            throw new IOException("nothing was written");
        }

        @Override
        public void commit() throws IOException {
            throw new IOException("nothing was written");
        }

        @Override
        public void close() throws IOException {
            blob.close();
        }
    }
}
