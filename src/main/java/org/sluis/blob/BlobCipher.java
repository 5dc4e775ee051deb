package org.sluis.blob;

import com.google.crypto.tink.StreamingAead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Enciphers one blob, part by part. Each part is a stream of its own, made with randomness of its own, so that an upload
 * can go on behind any of them, after any crash, and nothing is ever enciphered twice in the same way. A part is bound to
 * its blob, its number and its kind: parts that change places, and a blob that was cut behind a part, do not open.
 */
final class BlobCipher {

    private static final int SEGMENTS = 4;

    /** Bytes a full part takes in the store. */
    static final int SEALED_BYTES = SEGMENTS * MasterKey.SEGMENT_BYTES;

    /** Bytes of content in a full part. */
    static final int PLAIN_BYTES = SEALED_BYTES - MasterKey.HEADER_BYTES - SEGMENTS * MasterKey.TAG_BYTES;

    private final StreamingAead key;
    private final UUID blob;

    BlobCipher(StreamingAead key, UUID blob) {
        this.key = key;
        this.blob = blob;
    }

    /** What a part is to its blob. */
    enum Kind {
        /** Full, with another one behind it; its place is its number. */
        INNER('i'),
        /** The end of the blob; its place is its number. */
        LAST('l'),
        /** What came of a part so far, kept apart; its place is how many bytes of the blob came. */
        TAIL('t');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }
    }

    void seal(byte[] plain, int length, Kind kind, long place, OutputStream out) throws IOException {
        try (OutputStream sealing = key.newEncryptingStream(new LeftOpen(out), bound(kind, place))) {
            sealing.write(plain, 0, length);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("encryption is not available", unusable);
        }
    }

    /** @throws GeneralSecurityException or an IOException while reading, where it is not the part it should be */
    SeekableByteChannel open(SeekableByteChannel sealed, Kind kind, long place)
            throws IOException, GeneralSecurityException {
        return key.newSeekableDecryptingChannel(sealed, bound(kind, place));
    }

    byte[] sealedTail(byte[] plain, int length, long came) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        seal(plain, length, Kind.TAIL, came, sealed);
        return sealed.toByteArray();
    }

    /** @throws ContentDamaged where this is not what was sealed */
    byte[] openedTail(byte[] sealed, long came) throws IOException {
        try (InputStream opening = key.newDecryptingStream(new ByteArrayInputStream(sealed), bound(Kind.TAIL, came))) {
            return opening.readAllBytes();
        } catch (GeneralSecurityException | IOException changed) {
            throw new ContentDamaged(changed);
        }
    }

    private byte[] bound(Kind kind, long place) {
        return ByteBuffer.allocate(2 * Long.BYTES + Character.BYTES + Long.BYTES)
                .put(MasterKey.bytes(blob))
                .putChar(kind.sign)
                .putLong(place)
                .array();
    }
}
