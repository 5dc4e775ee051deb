package org.sluis.blob;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import org.sluis.kernel.Sha256;

/** What is known of content by the time its last byte has come: its SHA-256, and the CRC-32 that archives name it by. */
final class ContentDigest {

    private final MessageDigest sha256 = Sha256.newDigest();
    private final CRC32 crc32 = new CRC32();

    void update(byte[] source, int offset, int length) {
        sha256.update(source, offset, length);
        crc32.update(source, offset, length);
    }

    void update(ByteBuffer content) {
        sha256.update(content.duplicate());
        crc32.update(content);
    }

    /** Ends it. */
    Sha256 sha256() {
        return Sha256.of(sha256);
    }

    long crc32() {
        return crc32.getValue();
    }
}
