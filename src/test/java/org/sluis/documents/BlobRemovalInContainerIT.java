package org.sluis.documents;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.platform.config.Settings;
import org.sluis.stack.Backdoor;
import org.sluis.stack.InContainer;

/** What the store does not remove holds up nothing else, and is removed when it can be. */
@InContainer
class BlobRemovalInContainerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    RemovalOrders orders;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    UserTransaction transaction;

    @Inject
    Settings settings;

    @Test
    void blobThatCannotBeRemovedStopsNoOther() throws Exception {
        UUID stuck = stored();
        UUID other = stored();
        Path file = file(stuck);
        Path othersFile = file(other);
        Files.delete(file);
        Path inside = Files.createFile(Files.createDirectory(file).resolve("inside"));

        transaction.begin();
        orders.addAll(List.of(stuck, other));
        transaction.commit();
        backdoor().change("update blob_removal set next_attempt_at = '-infinity' where blob_id = ?", stuck);

        await().atMost(PATIENCE).until(() -> Files.notExists(othersFile));
        await().atMost(PATIENCE).until(() -> !attempts(stuck).equals("0"));
        await().atMost(PATIENCE).until(() -> waiting(other).equals("0"));

        Files.delete(inside);
        backdoor().change("update blob_removal set next_attempt_at = '-infinity' where blob_id = ?", stuck);
        await().atMost(PATIENCE).until(() -> waiting(stuck).equals("0") && Files.notExists(file));
    }

    private UUID stored() throws IOException {
        return blobs.receive(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3).id();
    }

    private Path file(UUID id) throws IOException {
        try (Stream<Path> all = Files.walk(settings.blobs().directory())) {
            return all.filter(file -> file.endsWith(id.toString())).findFirst().orElseThrow();
        }
    }

    private String attempts(UUID id) throws Exception {
        return backdoor().text("select coalesce(max(attempts), 0) from blob_removal where blob_id = ?", id);
    }

    private String waiting(UUID id) throws Exception {
        return backdoor().text("select count(*) from blob_removal where blob_id = ?", id);
    }

    private Backdoor backdoor() {
        return new Backdoor(settings);
    }
}
