package org.sluis.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.blob.BlobStore.Kept;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.FileSystemBlobStore;
import org.sluis.blob.MasterKey;

class UnnamedBlobsTest {

    private final Set<UUID> named = new HashSet<>();

    @TempDir
    Path directory;

    private EncryptedBlobs blobs;
    private UnnamedBlobs unnamed;

    @BeforeEach
    void open() throws IOException {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        blobs = new EncryptedBlobs(new FileSystemBlobStore(directory), new MasterKey(key), 0);
        unnamed = new UnnamedBlobs(blobs, this::named);
    }

    @Test
    void removesWhatNoVersionNamesAndNothingElse() throws IOException {
        UUID kept = stored();
        named.add(kept);
        stored();
        stored();
        assertThat(unnamed.remove(later())).isEqualTo(2);
        assertThat(ids()).containsExactly(kept);
        assertThat(unnamed.remove(later())).isZero();
    }

    @Test
    void sparesWhatMayStillGetItsRow() throws IOException {
        named.add(stored());
        UUID onItsWay = stored();
        assertThat(unnamed.remove(Instant.now().minusSeconds(60))).isZero();
        assertThat(ids()).contains(onItsWay);
    }

    @Test
    void touchesNothingWhenTheDatabaseNamesNoBlobAtAll() throws IOException {
        stored();
        assertThat(unnamed.remove(later())).isZero();
        assertThat(ids()).hasSize(1);
    }

    @Test
    void touchesNothingWhenThereAreMoreThanACrashCanLeave() throws IOException {
        named.add(stored());
        for (int i = 0; i <= UnnamedBlobs.MOST; i++) {
            stored();
        }
        assertThat(unnamed.remove(later())).isZero();
        assertThat(ids()).hasSize(UnnamedBlobs.MOST + 2);
    }

    private Set<UUID> named(Collection<UUID> asked) {
        Set<UUID> found = new HashSet<>(named);
        found.retainAll(asked);
        return found;
    }

    private UUID stored() throws IOException {
        return blobs.receive(new ByteArrayInputStream(new byte[] {1}), 1).id();
    }

    private List<UUID> ids() throws IOException {
        return blobs.list(Optional.empty(), 10_000).stream().map(Kept::id).toList();
    }

    private static Instant later() {
        return Instant.now().plusSeconds(60);
    }
}
