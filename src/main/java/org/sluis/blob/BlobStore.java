package org.sluis.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keeps bytes under generated identifiers. A blob appears whole or not at all, and never changes. Implementations are
 * safe for use by several threads.
 */
public interface BlobStore {

    /** Begins a blob; it exists for nobody until it is committed. */
    PendingBlob begin() throws IOException;

    /**
     * Goes on with a blob whose first bytes were kept. One that was committed meanwhile is taken back; that is for those
     * who know that nobody was told of it.
     *
     * @param length bytes of it that stay; what was written behind them is given up. None begin it.
     * @throws java.io.EOFException where fewer are there
     */
    PendingBlob resume(UUID id, long length) throws IOException;

    /** Removes a blob in whatever state it is; one that is not there is no error. */
    void abandon(UUID id) throws IOException;

    /** @throws java.nio.file.NoSuchFileException where there is no such blob */
    SeekableByteChannel open(UUID id) throws IOException;

    boolean exists(UUID id);

    /** Removes the blob; one that is not there is no error. */
    void delete(UUID id) throws IOException;

    /** Bytes that can still be written. */
    long free() throws IOException;

    /**
     * What is stored, a page at a time in an order of the store's own. A blob that is there from the first page to the
     * last is on exactly one of them.
     *
     * @param after the last blob of the page before; none for the first page
     * @return at most {@code limit} blobs; none when the end is reached
     */
    List<Kept> list(Optional<UUID> after, int limit) throws IOException;

    /**
     * Removes what a crash has left of blobs that were begun and neither committed nor closed.
     *
     * @param before only what nobody has written to since then
     * @param awaited asked which of them somebody goes on with; they stay however old they are
     * @return how many there were
     */
    int sweep(Instant before, Function<Collection<UUID>, Set<UUID>> awaited) throws IOException;

    /**
     * A blob that is stored.
     *
     * @param since when its last byte was written
     */
    record Kept(UUID id, Instant since) {}

    /** A blob being written. Closing it leaves nothing, unless it was committed or resumed or something was kept. */
    interface PendingBlob extends AutoCloseable {

        UUID id();

        OutputStream out();

        /** Makes what was written until now durable; closing leaves it to be resumed. */
        void keep() throws IOException;

        /** Makes the blob durable and visible; when this returns it survives a crash. */
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }
}
