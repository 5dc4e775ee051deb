package org.sluis.blob;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;
import org.sluis.blob.BlobStore.PendingBlob;

/**
 * Content that comes in pieces, over hours and over restarts. What was marked survives everything; what came after the
 * last mark is given up when the blob is opened again. Closing it leaves it to be resumed.
 */
public final class GrowingBlob implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final EncryptedBlobs blobs;
    private final PendingBlob pending;
    private final byte[] wrappedKey;
    private final PartWriter parts;

    GrowingBlob(EncryptedBlobs blobs, PendingBlob pending, byte[] wrappedKey, PartWriter parts) {
        this.blobs = blobs;
        this.pending = pending;
        this.wrappedKey = wrappedKey;
        this.parts = parts;
    }

    /**
     * How far a blob has come, to be kept and given back when it is resumed.
     *
     * @param size bytes of content
     * @param tail the last of them, sealed: they fill no part of the store yet
     */
    public record Mark(
            long size,
            @SuppressWarnings("ArrayRecordComponent") byte[] tail) {

        /** Nothing came. */
        public static Mark none() {
            return new Mark(0, new byte[0]);
        }
    }

    /** Bytes of content that came. */
    public long size() {
        return parts.size();
    }

    public void write(byte[] bytes, int length) throws IOException {
        parts.write(bytes, 0, length);
    }

    /** Makes what came durable. */
    public Mark mark() throws IOException {
        pending.keep();
        return new Mark(parts.size(), parts.tail());
    }

    /**
     * All has come. The blob is made durable under its name and read back once, every byte proven, for its digests. Until a
     * version names it, it can still be resumed from the last mark.
     *
     * @throws ContentDamaged where what was stored is not what came
     */
    public StoredBlob finish() throws IOException {
        parts.finish();
        pending.commit();
        ContentDigest digest = new ContentDigest();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (SeekableByteChannel content = blobs.open(pending.id(), wrappedKey)) {
            while (content.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return new StoredBlob(
                pending.id(),
                parts.size(),
                digest.sha256(),
                OptionalLong.of(digest.crc32()),
                new StoredBlob.WrappedKey(wrappedKey));
    }

    @Override
    public void close() throws IOException {
        pending.close();
    }
}
