package org.sluis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.NewDocument;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.platform.config.Settings;
import org.sluis.stack.Backdoor;
import org.sluis.stack.InContainer;

/** What a node leaves that dies, as files in the store, and a database that knows some of them. */
@InContainer
class SweeperIT {

    private static final Duration YESTERDAY = Duration.ofHours(25);

    @Inject
    Sweeper sweeper;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Reception reception;

    @Inject
    Settings settings;

    @Test
    void removesUploadsThatWereCutOffYesterdayAndNoOthers() throws Exception {
        Path leftover = half();
        age(leftover);
        Path underWay = half();

        sweeper.sweep();

        assertThat(leftover).doesNotExist();
        assertThat(underWay).exists();
        Files.delete(underWay);
    }

    @Test
    void removesOldBytesThatNoVersionNamesAndNoOthers() throws Exception {
        StoredBlob named = stored();
        reception.enter(
                new Backdoor(settings).client(),
                new NewDocument("Batch", "test-report", Optional.empty()),
                new ReceivedFile("batch.txt", named),
                Instant.now().plusSeconds(600));
        age(file(named.id()));
        Path unnamed = file(stored().id());
        age(unnamed);
        Path onItsWay = file(stored().id());

        sweeper.sweep();

        assertThat(unnamed).doesNotExist();
        assertThat(onItsWay).exists();
        assertThat(file(named.id())).exists();
    }

    /** The node died after the key was destroyed and before the bytes were removed. */
    @Test
    void removesOldBytesWhoseKeyIsDestroyed() throws Exception {
        StoredBlob refused = stored();
        Reception.Pending pending = reception.enter(
                new Backdoor(settings).client(),
                new NewDocument("Batch", "test-report", Optional.empty()),
                new ReceivedFile("batch.txt", refused),
                Instant.now().plusSeconds(600));
        reception.reject(pending, Problem.TYPE_MISMATCH, Optional.empty());
        Path file = file(refused.id());
        age(file);

        sweeper.sweep();

        assertThat(file).doesNotExist();
    }

    private Path half() throws IOException {
        return Files.write(
                settings.blobs()
                        .directory()
                        .resolve("incoming")
                        .resolve(Ids.next().toString()),
                new byte[1000]);
    }

    private StoredBlob stored() throws IOException {
        return blobs.receive(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
    }

    private Path file(UUID id) throws IOException {
        try (Stream<Path> all = Files.walk(settings.blobs().directory())) {
            return all.filter(file -> file.endsWith(id.toString())).findFirst().orElseThrow();
        }
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(YESTERDAY)));
    }
}
