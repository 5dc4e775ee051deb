package org.sluis.intake.tus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.NewDocument;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.intake.Entrance;
import org.sluis.intake.storage.Sweeper;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.RowSecurity;
import org.sluis.stack.Backdoor;
import org.sluis.stack.InContainer;

/** What a node leaves that dies, as files in the store, and a database that knows some of them. */
@InContainer
class SweeperInContainerIT {

    private static final Duration YESTERDAY = Duration.ofHours(25);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Sweeper sweeper;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Reception reception;

    @Inject
    PiecewiseIntake pieces;

    @Inject
    RowSecurity wall;

    @Inject
    UserTransaction transaction;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

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

    @Test
    void removesUploadsInPiecesThatHaveExpiredAndNoOthers() throws Exception {
        Backdoor backdoor = new Backdoor(settings);
        Caller sender = backdoor.client();
        UUID expired = begun(sender);
        UUID going = begun(sender);
        UUID held = begun(sender);
        backdoor.change(
                "update resumable_upload set expires_at = now() - interval '1 hour' where id in (?, ?)", expired, held);
        backdoor.change("update resumable_upload set held_until = now() + interval '1 minute' where id = ?", held);
        Path left = pieces(backdoor, expired);
        Path kept = pieces(backdoor, going);

        sweeper.sweep();

        assertThat(backdoor.text("select count(*) from resumable_upload where id = ?", expired))
                .isEqualTo("0");
        await().atMost(PATIENCE).until(() -> Files.notExists(left));
        assertThat(kept).exists();
        assertThat(backdoor.text("select count(*) from resumable_upload where id in (?, ?)", going, held))
                .isEqualTo("2");
    }

    @Test
    void tellsTheTrailOfEveryUploadThatIsForgottenUnfinished() throws Exception {
        Backdoor backdoor = new Backdoor(settings);
        Caller sender = backdoor.client();
        UUID expired = begun(sender);
        UUID going = begun(sender);
        backdoor.change("update resumable_upload set expires_at = now() - interval '1 hour' where id = ?", expired);

        sweeper.sweep();
        sweeper.sweep();

        assertThat(backdoor.text("""
            select string_agg(concat_ws(' ', actor_id, outcome, resource_type, facts ->> 'sender', facts ->> 'length',
                                        facts ->> 'came'), ',')
            from audit_entry where resource_id = ? and act = 'upload-expired'
            """, expired)).isEqualTo("ALLOWED upload %s 10 3".formatted(sender.personId()));
        assertThat(expiries(backdoor, going)).isEqualTo("0");
    }

    /** As after {@code sluis.uploads.expiry} was lowered: the upload has the time that it was given. */
    @Test
    void keepsWhatCameOfAnUploadThatIsKnownHoweverOldItIs() throws Exception {
        Backdoor backdoor = new Backdoor(settings);
        UUID going = begun(backdoor.client());
        backdoor.change("update resumable_upload set expires_at = now() + interval '7 days' where id = ?", going);
        Path kept = pieces(backdoor, going);
        age(kept);

        sweeper.sweep();

        assertThat(kept).exists();
    }

    @Test
    void leavesWhatAnExpiredUploadBecameAlone() throws Exception {
        Backdoor backdoor = new Backdoor(settings);
        Caller sender = backdoor.client();
        UUID id = begun(sender);
        UploadState done = pieces.receive(
                sender,
                id,
                new Piece(3, new ByteArrayInputStream(new byte[7]), OptionalLong.empty(), Optional.empty()));
        assertThat(done.version()).isPresent();
        assertThat(backdoor.text("select wrapped_key is null and tail is null from resumable_upload where id = ?", id))
                .isEqualTo("t");
        backdoor.change("update resumable_upload set expires_at = now() - interval '1 hour' where id = ?", id);

        sweeper.sweep();

        assertThat(backdoor.text("select count(*) from resumable_upload where id = ?", id))
                .isEqualTo("0");
        assertThat(expiries(backdoor, id)).isEqualTo("0");
        UUID document = done.version().orElseThrow().documentId();
        assertThat(backdoor.text("select count(*) from document where id = ?", document))
                .isEqualTo("1");
    }

    /** The second wall alone: asked for everything, in the name of nobody, of another and of the sender. */
    @Test
    void databaseShowsAnUploadToItsSenderAlone() throws Exception {
        Backdoor backdoor = new Backdoor(settings);
        Caller sender = backdoor.client();
        UUID id = begun(sender);
        assertThat(seen(id, () -> {})).isZero();
        assertThat(seen(id, () -> wall.enter(backdoor.client()))).isZero();
        assertThat(seen(id, () -> wall.enter(SystemCaller.GATE))).isZero();
        assertThat(seen(id, () -> wall.enter(SystemCaller.SWEEPER))).isZero();
        assertThat(seen(id, () -> wall.enter(sender))).isEqualTo(1);
    }

    private static String expiries(Backdoor backdoor, UUID upload) throws SQLException {
        return backdoor.text(
                "select count(*) from audit_entry where resource_id = ? and act = 'upload-expired'", upload);
    }

    private long seen(UUID id, Entrance entrance) throws Exception {
        transaction.begin();
        try {
            entrance.enter();
            Object count = entities.createNativeQuery(
                            "select count(*) from resumable_upload where id = cast(?1 as uuid)")
                    .setParameter(1, id.toString())
                    .getSingleResult();
            return ((Number) count).longValue();
        } finally {
            transaction.rollback();
        }
    }

    /** In whose name a transaction runs. */
    private interface Entrance {
        void enter() throws SQLException;
    }

    /** An upload of which the first bytes have come. */
    private UUID begun(Caller sender) {
        String title = Base64.getEncoder().encodeToString("Batch".getBytes(StandardCharsets.UTF_8));
        String category = Base64.getEncoder().encodeToString("test-report".getBytes(StandardCharsets.UTF_8));
        UploadMetadata metadata = UploadMetadata.of("title " + title + ",category " + category);
        UUID id = pieces.begin(sender, metadata, 10).id();
        Piece piece = new Piece(0, new ByteArrayInputStream(new byte[3]), OptionalLong.empty(), Optional.empty());
        assertThat(pieces.receive(sender, id, piece).came()).isEqualTo(3);
        return id;
    }

    private Path pieces(Backdoor backdoor, UUID upload) throws SQLException {
        String blob = backdoor.text("select blob_id from resumable_upload where id = ?", upload);
        Path file = settings.blobs().directory().resolve("incoming").resolve(blob);
        assertThat(file).exists();
        return file;
    }

    /** An order was lost, as with a database that was taken back to an earlier hour. */
    @Test
    void removesOldBytesWhoseKeyIsDestroyed() throws Exception {
        StoredBlob refused = stored();
        Reception.Pending pending = reception.enter(
                new Backdoor(settings).client(),
                new NewDocument("Batch", "test-report", Optional.empty()),
                new ReceivedFile("batch.txt", refused),
                Instant.now().plusSeconds(600));
        Path file = file(refused.id());
        new Backdoor(settings)
                .change(
                        "update document_version set state = 'REJECTED', wrapped_key = null where id = ?",
                        pending.versionId());
        age(file);

        sweeper.sweep();

        assertThat(file).doesNotExist();
    }

    @Test
    void refusalOrdersTheRemovalOfItsBytes() throws Exception {
        StoredBlob refused = stored();
        Reception.Pending pending = reception.enter(
                new Backdoor(settings).client(),
                new NewDocument("Batch", "test-report", Optional.empty()),
                new ReceivedFile("batch.txt", refused),
                Instant.now().plusSeconds(600));
        Path file = file(refused.id());

        reception.reject(pending, Objection.of(Rule.EXTENSION), Optional.empty(), Optional.empty());

        await().atMost(PATIENCE).until(() -> Files.notExists(file));
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
