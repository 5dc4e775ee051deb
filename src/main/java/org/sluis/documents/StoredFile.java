package org.sluis.documents;

import java.util.UUID;
import org.sluis.kernel.Sha256;

/**
 * Received bytes, durable in the blob store.
 *
 * @param fileName the sanitised name the sender gave
 * @param size bytes of content
 * @param wrappedKey the key of the blob, wrapped by the master key; without it the blob is noise
 */
public record StoredFile(String fileName, long size, Sha256 sha256, UUID blobId, WrappedKey wrappedKey) {

    /** The wrapped key, opaque here. */
    public record WrappedKey(
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {}
}
