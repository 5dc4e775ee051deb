package org.sluis.blob;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A real store on a disk that somebody else fills up meanwhile. */
final class ShrinkingStore implements BlobStore {

    private final BlobStore store;
    private long free = Long.MAX_VALUE;

    ShrinkingStore(BlobStore store) {
        this.store = store;
    }

    void leave(long bytes) {
        free = bytes;
    }

    @Override
    public long free() {
        return free;
    }

    @Override
    public PendingBlob begin() throws IOException {
        return store.begin();
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
        return store.open(id);
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
    public int sweep(Instant before) throws IOException {
        return store.sweep(before);
    }
}
