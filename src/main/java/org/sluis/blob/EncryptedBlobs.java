package org.sluis.blob;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Sha256;

/**
 * Stores content encrypted under a key of its own and gives it back authenticated, chunk by chunk: a byte that was not
 * written here never comes out. One pass, memory independent of the size.
 */
public final class EncryptedBlobs {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final BlobStore store;
    private final MasterKey masterKey;
    private final long reserve;

    /** @param reserve bytes of the store that stay free */
    public EncryptedBlobs(BlobStore store, MasterKey masterKey, long reserve) {
        this.store = store;
        this.masterKey = masterKey;
        this.reserve = reserve;
    }

    /**
     * Stores all of {@code content}; when this returns it survives a crash.
     *
     * @param limit bytes of content that may come
     * @throws ContentTooLarge when more comes; nothing is left
     * @throws StorageFull before the reserve is touched; nothing is left
     */
    public StoredBlob receive(InputStream content, long limit) throws IOException {
        if (store.free() < reserve) {
            throw new StorageFull();
        }
        try {
            return stored(content, limit);
        } catch (ContentTooLarge refused) {
            throw refused;
        } catch (IOException failed) {
            // Between two looks at the room that is left, others may have filled the disk.
            throw room() == 0 ? new StorageFull() : failed;
        }
    }

    private StoredBlob stored(InputStream content, long limit) throws IOException {
        try (BlobStore.PendingBlob pending = store.begin()) {
            KeysetHandle key = masterKey.newBlobKey();
            MessageDigest digest = Sha256.newDigest();
            long size;
            try (OutputStream out = new DigestOutputStream(
                    MasterKey.primitive(key).newEncryptingStream(pending.out(), MasterKey.bytes(pending.id())),
                    digest)) {
                size = copy(content, out, limit);
            }
            pending.commit();
            return new StoredBlob(
                    pending.id(),
                    size,
                    Sha256.of(digest),
                    new StoredBlob.WrappedKey(masterKey.wrap(key, pending.id())));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("encryption is not available", unusable);
        }
    }

    private long copy(InputStream content, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        long checked = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > limit) {
                throw new ContentTooLarge(limit);
            }
            if (size - checked > reserve / 2) {
                checked = size;
                if (store.free() < reserve) {
                    throw new StorageFull();
                }
            }
            out.write(buffer, 0, read);
        }
        return size;
    }

    /** Bytes that can be received before the reserve is touched. */
    public long room() throws IOException {
        return Math.max(0, store.free() - reserve);
    }

    /**
     * The content, seekable.
     *
     * @throws ContentDamaged here or while reading, when the bytes are not those that were received
     */
    public SeekableByteChannel open(UUID id, byte[] wrappedKey) throws IOException {
        SeekableByteChannel stored = store.open(id);
        try {
            SeekableByteChannel plain =
                    masterKey.unwrap(wrappedKey, id).newSeekableDecryptingChannel(stored, MasterKey.bytes(id));
            return new ProvenChannel(plain);
        } catch (GeneralSecurityException | IOException damaged) {
            stored.close();
            throw new ContentDamaged(damaged);
        }
    }

    /** Removes the stored bytes; nothing to remove is no error. */
    public void delete(UUID id) throws IOException {
        store.delete(id);
    }

    /** What is stored, a page at a time; see {@link BlobStore#list}. */
    public List<BlobStore.Kept> list(Optional<UUID> after, int limit) throws IOException {
        return store.list(after, limit);
    }

    /** Removes what crashes have left half received; see {@link BlobStore#sweep}. */
    public int sweep(Instant before) throws IOException {
        return store.sweep(before);
    }

    /**
     * Whether content can be stored and read back at this moment, for readiness. A store without room works: what is in it
     * is read all the same.
     */
    public boolean works() {
        try {
            byte[] sample = {1, 2, 3};
            StoredBlob blob = receive(new java.io.ByteArrayInputStream(sample), sample.length);
            store.delete(blob.id());
            return true;
        } catch (StorageFull stillReadable) {
            return true;
        } catch (IOException broken) {
            return false;
        }
    }
}
