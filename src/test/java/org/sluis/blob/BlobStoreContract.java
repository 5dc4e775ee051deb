package org.sluis.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.blob.BlobStore.Kept;
import org.sluis.blob.BlobStore.PendingBlob;
import org.sluis.kernel.Ids;

/** What every {@link BlobStore} must keep. A test of an implementation inherits it and says how to open a store. */
abstract class BlobStoreContract {

    private static final byte[] CONTENT = "28 days: 52,5 N/mm2".getBytes(StandardCharsets.UTF_8);

    private BlobStore store;

    /** The store of this test; empty when it is opened first, with what it holds when it is opened again. */
    abstract BlobStore open() throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        store = open();
    }

    @Test
    void existsForNobodyBeforeTheCommitAndForEverybodyAfter() throws IOException {
        try (PendingBlob pending = store.begin()) {
            pending.out().write(CONTENT);
            assertThat(store.exists(pending.id())).isFalse();
            assertThat(listed(store, 10)).isEmpty();

            pending.commit();

            assertThat(read(store, pending.id())).isEqualTo(CONTENT);
            assertThat(read(open(), pending.id())).isEqualTo(CONTENT);
        }
        assertThat(listed(open(), 10)).hasSize(1);
    }

    @Test
    void leavesNothingWhenClosedWithoutCommit() throws IOException {
        UUID id;
        try (PendingBlob pending = store.begin()) {
            id = pending.id();
            pending.out().write(CONTENT);
        }
        assertThat(store.exists(id)).isFalse();
        assertThat(listed(store, 10)).isEmpty();
        assertThat(store.sweep(future(), BlobStoreContract::nobody)).isZero();
    }

    @Test
    void staysAsItWasCommittedWhateverTheWriterDoes() throws IOException {
        try (PendingBlob pending = store.begin()) {
            pending.out().write(CONTENT);
            pending.commit();
            assertThatThrownBy(() -> pending.out().write(CONTENT)).isInstanceOf(IOException.class);
            assertThatThrownBy(pending::commit).isInstanceOf(IOException.class);
            assertThat(read(store, pending.id())).isEqualTo(CONTENT);
        }
    }

    @Test
    void cannotBeWrittenThroughAReader() throws IOException {
        UUID id = stored(CONTENT);
        try (SeekableByteChannel reader = store.open(id)) {
            assertThatThrownBy(() -> reader.write(ByteBuffer.wrap(CONTENT)))
                    .isInstanceOf(NonWritableChannelException.class);
        }
        assertThat(read(store, id)).isEqualTo(CONTENT);
    }

    @Test
    void keepsNothingAtAllAsABlobToo() throws IOException {
        assertThat(read(store, stored(new byte[0]))).isEmpty();
    }

    @Test
    void readsFromAnyPosition() throws IOException {
        UUID id = stored(CONTENT);
        try (SeekableByteChannel reader = store.open(id)) {
            assertThat(reader.size()).isEqualTo(CONTENT.length);
            reader.position(CONTENT.length - 5L);
            ByteBuffer end = ByteBuffer.allocate(10);
            reader.read(end);
            assertThat(Arrays.copyOf(end.array(), end.position())).isEqualTo("N/mm2".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void knowsNoBlobThatWasNeverStored() {
        UUID stranger = Ids.next();
        assertThat(store.exists(stranger)).isFalse();
        assertThatThrownBy(() -> store.open(stranger)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void deletesOnceAndForAllHoweverOftenItIsAsked() throws IOException {
        UUID id = stored(CONTENT);
        UUID other = stored(CONTENT);
        store.delete(id);
        store.delete(id);
        store.delete(Ids.next());
        assertThat(store.exists(id)).isFalse();
        assertThatThrownBy(() -> store.open(id)).isInstanceOf(NoSuchFileException.class);
        assertThat(listed(store, 10)).extracting(Kept::id).containsExactly(other);
    }

    @Test
    void listsEachBlobOnceWhateverTheLengthOfAPage() throws IOException {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.add(stored(CONTENT));
        }
        for (int limit : List.of(1, 7, 60, 61)) {
            assertThat(listed(store, limit)).extracting(Kept::id).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void listsTheRestAlthoughThePageBeforeWasDeleted() throws IOException {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(stored(CONTENT));
        }
        List<Kept> first = store.list(Optional.empty(), 8);
        for (Kept kept : first) {
            store.delete(kept.id());
        }
        List<Kept> rest = store.list(Optional.of(first.get(7).id()), 20);
        assertThat(rest).hasSize(12);
        ids.removeAll(first.stream().map(Kept::id).toList());
        assertThat(rest).extracting(Kept::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void saysSinceWhenABlobIsThere() throws IOException {
        Instant before = Instant.now().minusSeconds(2);
        stored(CONTENT);
        assertThat(listed(store, 1).get(0).since())
                .isBetween(before, Instant.now().plusSeconds(2));
    }

    @Test
    void sweepsWhatWasNeitherCommittedNorClosed() throws IOException {
        UUID kept = stored(CONTENT);
        PendingBlob cutOff = store.begin();
        cutOff.out().write(CONTENT);

        assertThat(open().sweep(Instant.now().minusSeconds(60), BlobStoreContract::nobody))
                .isZero();
        assertThat(open().sweep(future(), BlobStoreContract::nobody)).isEqualTo(1);
        assertThat(open().sweep(future(), BlobStoreContract::nobody)).isZero();

        assertThatThrownBy(cutOff::commit).isInstanceOf(IOException.class);
        assertThat(store.exists(cutOff.id())).isFalse();
        assertThat(read(store, kept)).isEqualTo(CONTENT);
        cutOff.close();
    }

    @Test
    void sparesWhatSomebodyGoesOnWithHoweverOldItIs() throws IOException {
        UUID awaited = Ids.next();
        try (PendingBlob pending = store.resume(awaited, 0)) {
            pending.out().write(CONTENT);
            pending.keep();
        }
        assertThat(open().sweep(future(), old -> Set.copyOf(old))).isZero();
        try (PendingBlob pending = open().resume(awaited, CONTENT.length)) {
            pending.commit();
        }
        assertThat(read(open(), awaited)).isEqualTo(CONTENT);
    }

    @Test
    void goesOnBehindWhatWasKeptAndForgetsWhatWasNot() throws IOException {
        UUID id = Ids.next();
        try (PendingBlob pending = store.resume(id, 0)) {
            pending.out().write(CONTENT);
            pending.keep();
            pending.out().write(CONTENT);
        }
        assertThat(store.exists(id)).isFalse();
        assertThat(listed(open(), 10)).isEmpty();
        try (PendingBlob pending = open().resume(id, CONTENT.length)) {
            pending.out().write('.');
            pending.commit();
        }
        assertThat(read(open(), id)).isEqualTo("28 days: 52,5 N/mm2.".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void goesOnWithNothingOfWhichLessIsThereThanWasKept() throws IOException {
        UUID id = Ids.next();
        assertThatThrownBy(() -> store.resume(id, 1)).isInstanceOf(EOFException.class);
        try (PendingBlob pending = store.resume(id, 0)) {
            pending.out().write(CONTENT);
            pending.keep();
        }
        assertThatThrownBy(() -> open().resume(id, CONTENT.length + 1L)).isInstanceOf(EOFException.class);
    }

    @Test
    void takesBackWhatWasCommittedButNobodyWasTold() throws IOException {
        UUID id = stored(CONTENT);
        try (PendingBlob pending = open().resume(id, 7)) {
            pending.out().write('!');
            assertThat(store.exists(id)).isFalse();
            pending.commit();
        }
        assertThat(new String(read(open(), id), StandardCharsets.UTF_8)).isEqualTo("28 days!");
    }

    @Test
    void abandonsABlobInWhateverStateItIs() throws IOException {
        UUID kept = Ids.next();
        try (PendingBlob pending = store.resume(kept, 0)) {
            pending.out().write(CONTENT);
            pending.keep();
        }
        UUID committed = stored(CONTENT);
        for (UUID id : List.of(kept, committed, Ids.next())) {
            open().abandon(id);
        }
        assertThat(listed(open(), 10)).isEmpty();
        assertThat(open().sweep(future(), BlobStoreContract::nobody)).isZero();
    }

    @Test
    void keepsApartWhatManyWriteAtOnce() throws Exception {
        Map<UUID, byte[]> written = new HashMap<>();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Map.Entry<UUID, byte[]>>> uploads = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                byte[] content = ("content " + i).repeat(500 + i).getBytes(StandardCharsets.UTF_8);
                uploads.add(() -> Map.entry(stored(content), content));
            }
            for (Future<Map.Entry<UUID, byte[]>> upload : writers.invokeAll(uploads)) {
                written.put(upload.get().getKey(), upload.get().getValue());
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(written).hasSize(80);
        for (Map.Entry<UUID, byte[]> blob : written.entrySet()) {
            assertThat(read(store, blob.getKey())).isEqualTo(blob.getValue());
        }
        assertThat(listed(store, 33)).hasSize(80);
    }

    @Test
    void saysHowMuchRoomThereIs() throws IOException {
        assertThat(store.free()).isPositive();
    }

    final UUID stored(byte[] content) throws IOException {
        try (PendingBlob pending = store.begin()) {
            pending.out().write(content);
            pending.commit();
            return pending.id();
        }
    }

    static byte[] read(BlobStore store, UUID id) throws IOException {
        try (SeekableByteChannel channel = store.open(id);
                InputStream in = Channels.newInputStream(channel)) {
            return in.readAllBytes();
        }
    }

    static List<Kept> listed(BlobStore store, int limit) throws IOException {
        List<Kept> all = new ArrayList<>();
        List<Kept> page = store.list(Optional.empty(), limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            page = store.list(Optional.of(page.get(page.size() - 1).id()), limit);
        }
        return all;
    }

    /** Later than anything written until now, by a clock that may be a little behind ours. */
    private static Instant future() {
        return Instant.now().plusSeconds(60);
    }

    /** Of these, nobody goes on with any. */
    private static Set<UUID> nobody(Collection<UUID> old) {
        return Set.of();
    }
}
