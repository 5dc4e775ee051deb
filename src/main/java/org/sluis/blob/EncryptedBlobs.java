package org.sluis.blob;

import com.google.crypto.tink.KeysetHandle;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sluis.kernel.Ids;

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
        return receive(target -> copy(content, target), limit);
    }

    private static void copy(InputStream content, OutputStream target) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            target.write(buffer, 0, read);
        }
    }

    /** Something that writes content in order. */
    public interface Writing {
        void to(OutputStream target) throws IOException;
    }

    /** The same for content that is written instead of read; where the writing fails, nothing is left. */
    public StoredBlob receive(Writing writing, long limit) throws IOException {
        requireRoom(0);
        try {
            return stored(writing, limit);
        } catch (ContentTooLarge refused) {
            throw refused;
        } catch (IOException failed) {
            // Between two looks at the room that is left, others may have filled the disk.
            throw room() == 0 ? new StorageFull() : failed;
        }
    }

    /** Takes what is written, as far as the limit and the room for it allow. */
    private final class Receiver extends OutputStream {

        private final PartWriter parts;
        private final ContentDigest digest;
        private final long limit;
        private long checked;

        Receiver(PartWriter parts, ContentDigest digest, long limit) {
            this.parts = parts;
            this.digest = digest;
            this.limit = limit;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            if (parts.size() + length > limit) {
                throw new ContentTooLarge(limit);
            }
            if (parts.size() + length - checked > reserve / 2) {
                checked = parts.size() + length;
                requireRoom(0);
            }
            digest.update(source, offset, length);
            parts.write(source, offset, length);
        }
    }

    private StoredBlob stored(Writing writing, long limit) throws IOException {
        try (BlobStore.PendingBlob pending = store.begin()) {
            KeysetHandle key = masterKey.newBlobKey();
            BlobCipher cipher = new BlobCipher(MasterKey.primitive(key), pending.id());
            PartWriter parts = new PartWriter(cipher, pending.out(), 0, new byte[0]);
            ContentDigest digest = new ContentDigest();
            writing.to(new Receiver(parts, digest, limit));
            parts.finish();
            pending.commit();
            return new StoredBlob(
                    pending.id(),
                    parts.size(),
                    digest.sha256(),
                    OptionalLong.of(digest.crc32()),
                    new StoredBlob.WrappedKey(masterKey.wrap(key, pending.id())));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("encryption is not available", unusable);
        }
    }

    /** @throws StorageFull where {@code bytes} more would touch the reserve */
    public void requireRoom(long bytes) throws IOException {
        if (store.free() - bytes < reserve) {
            throw new StorageFull();
        }
    }

    /** Which blob content that comes in pieces will be. Nothing is stored yet. */
    public Reserved reserved() throws IOException {
        UUID id = Ids.next();
        try {
            return new Reserved(id, masterKey.wrap(masterKey.newBlobKey(), id));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("encryption is not available", unusable);
        }
    }

    /** A blob of which nothing has come yet. */
    public record Reserved(
            UUID id,
            @SuppressWarnings("ArrayRecordComponent") byte[] wrappedKey) {}

    /**
     * Goes on behind {@code mark}; only one may at a time.
     *
     * @throws ContentDamaged where less is there than was marked, or something else
     */
    public GrowingBlob resume(Reserved blob, GrowingBlob.Mark mark) throws IOException {
        BlobCipher cipher = cipher(blob.id(), blob.wrappedKey());
        byte[] tail = mark.size() == 0 ? new byte[0] : cipher.openedTail(mark.tail(), mark.size());
        long parts = (mark.size() - tail.length) / BlobCipher.PLAIN_BYTES;
        try {
            BlobStore.PendingBlob pending = store.resume(blob.id(), parts * BlobCipher.SEALED_BYTES);
            return new GrowingBlob(
                    this, pending, blob.wrappedKey(), new PartWriter(cipher, pending.out(), parts, tail));
        } catch (EOFException lost) {
            throw new ContentDamaged(lost);
        }
    }

    /** Removes a blob that will not be finished; nothing to remove is no error. */
    public void abandon(UUID id) throws IOException {
        store.abandon(id);
    }

    /** Bytes that can be received before the reserve is touched. */
    public long room() throws IOException {
        return Math.max(0, store.free() - reserve);
    }

    /**
     * The content, seekable.
     *
     * @throws NoSuchFileException where there is none
     * @throws ContentDamaged here or while reading, when the bytes are not those that were received
     * @throws StoreUnavailable here or while reading, when the store cannot give them now
     */
    public SeekableByteChannel open(UUID id, byte[] wrappedKey) throws IOException {
        StoredChannel stored = stored(id);
        try {
            return new AuthenticatedChannel(new PartedChannel(stored, cipher(id, wrappedKey)), stored);
        } catch (IOException failure) {
            stored.close();
            throw stored.named(failure);
        }
    }

    private StoredChannel stored(UUID id) throws IOException {
        try {
            return new StoredChannel(store.open(id));
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException away) {
            throw new StoreUnavailable(away);
        }
    }

    private BlobCipher cipher(UUID id, byte[] wrappedKey) throws ContentDamaged {
        try {
            return new BlobCipher(masterKey.unwrap(wrappedKey, id), id);
        } catch (GeneralSecurityException wrongKey) {
            throw new ContentDamaged(wrongKey);
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
    public int sweep(Instant before, Function<Collection<UUID>, Set<UUID>> awaited) throws IOException {
        return store.sweep(before, awaited);
    }

    /**
     * Whether content can be stored and read back at this moment, for readiness. A store without room works: what is in it
     * is read all the same.
     */
    public boolean works() {
        try {
            byte[] sample = {1, 2, 3};
            StoredBlob blob = receive(new ByteArrayInputStream(sample), sample.length);
            store.delete(blob.id());
            return true;
        } catch (StorageFull stillReadable) {
            return true;
        } catch (IOException broken) {
            return false;
        }
    }
}
