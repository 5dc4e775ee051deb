package org.sluis.blob;

import java.util.OptionalLong;
import java.util.UUID;
import org.sluis.kernel.Sha256;

/**
 * Bytes that are safely stored.
 *
 * @param size bytes of plain content
 * @param sha256 digest of the plain content
 * @param crc32 CRC-32 of the plain content; none for what came in before it was kept
 * @param wrappedKey the blob's own key under the master key: whoever forgets it has erased the blob
 */
public record StoredBlob(UUID id, long size, Sha256 sha256, OptionalLong crc32, WrappedKey wrappedKey) {

    /** The wrapped key, opaque. */
    public record WrappedKey(
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {}
}
