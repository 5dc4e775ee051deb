package org.sluis.documents;

import java.util.OptionalLong;
import org.sluis.blob.StoredBlob;

/** Bytes somebody may download, with what is needed to name and type them. */
public record Content(String fileName, String mediaType, StoredBlob blob) {

    /** The same with its checksum. */
    Content withCrc32(long crc32) {
        StoredBlob checked =
                new StoredBlob(blob.id(), blob.size(), blob.sha256(), OptionalLong.of(crc32), blob.wrappedKey());
        return new Content(fileName, mediaType, checked);
    }
}
