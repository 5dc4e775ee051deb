package org.sluis.blob;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.sluis.blob.BlobCipher.Kind;

/**
 * Reads the parts of a blob as one. How many there are is told by the length of what is stored; that the last of them
 * really is the last is proven when it is read.
 */
final class PartedChannel extends ReadingChannel {

    private final SeekableByteChannel stored;
    private final BlobCipher cipher;
    private final long last;
    private final long size;
    private long number = -1;
    private @Nullable SeekableByteChannel part;

    /** @throws IOException where no content has that length */
    PartedChannel(SeekableByteChannel stored, BlobCipher cipher) throws IOException {
        this.stored = stored;
        this.cipher = cipher;
        this.last = Math.max(0, (stored.size() - 1) / BlobCipher.SEALED_BYTES);
        this.size = last * BlobCipher.PLAIN_BYTES + plain(sealed(last));
    }

    private static long plain(long sealed) throws IOException {
        long segments = (sealed + MasterKey.SEGMENT_BYTES - 1) / MasterKey.SEGMENT_BYTES;
        long plain = sealed - MasterKey.HEADER_BYTES - segments * MasterKey.TAG_BYTES;
        if (plain < 0) {
            throw new EOFException("a part was cut short");
        }
        return plain;
    }

    private long sealed(long part) throws IOException {
        return Math.min(BlobCipher.SEALED_BYTES, stored.size() - part * BlobCipher.SEALED_BYTES);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        long at = Math.min(position(), size);
        long wanted = Math.min(at / BlobCipher.PLAIN_BYTES, last);
        return advance(
                part(wanted).position(at - wanted * BlobCipher.PLAIN_BYTES).read(target));
    }

    private SeekableByteChannel part(long wanted) throws IOException {
        SeekableByteChannel open = part;
        if (open == null || number != wanted) {
            ChannelSlice sealed = new ChannelSlice(stored, wanted * BlobCipher.SEALED_BYTES, sealed(wanted));
            try {
                open = cipher.open(sealed, wanted == last ? Kind.LAST : Kind.INNER, wanted);
            } catch (GeneralSecurityException changed) {
                throw new IOException("a part does not open", changed);
            }
            part = open;
            number = wanted;
        }
        return open;
    }

    @Override
    public long size() {
        return size;
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
