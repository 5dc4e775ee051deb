package org.sluis.blob;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.UUID;

/**
 * Keeps bytes under generated identifiers. A blob appears whole or not at all, and never changes. Implementations are
 * safe for use by several threads.
 */
public interface BlobStore {

    /** Begins a blob; it exists for nobody until it is committed. */
    PendingBlob begin() throws IOException;

    /** @throws java.nio.file.NoSuchFileException where there is no such blob */
    SeekableByteChannel open(UUID id) throws IOException;

    boolean exists(UUID id);

    /** Removes the blob; one that is not there is no error. */
    void delete(UUID id) throws IOException;

    /** Bytes that can still be written. */
    long free() throws IOException;

    /** A blob being written. Closing it without a commit leaves nothing. */
    interface PendingBlob extends AutoCloseable {

        UUID id();

        OutputStream out();

        /** Makes the blob durable and visible; when this returns it survives a crash. */
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }
}
