package org.sluis.intake.storage;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.FileSystemBlobStore;
import org.sluis.blob.MasterKey;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.KeptVersion;
import org.sluis.documents.KeptVersions;
import org.sluis.documents.NamedBlobs;
import org.sluis.kernel.Ids;
import org.sluis.kernel.SystemCaller;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/**
 * A ledger of what was acknowledged against a node that is killed (SIGKILL) at random moments with several files under way
 * in every step from the first byte to the verdict. The node is the portal's reception and store without its server, so
 * that a round takes seconds; {@code KilledPortalIT} kills whole portals. {@code -Pkills} goes through 500 rounds.
 */
class KilledWriterIT {

    private static final int ROUNDS = Integer.getInteger("sluis.kills", 10);
    private static final int MOST_LINES = 60;
    private static final int MOST_NANOS = 30_000_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Random random = new Random();
    private final BareDatabase database = BareDatabase.get();
    private final UUID sender = Ids.next();

    private final Map<UUID, List<String>> ledger = new HashMap<>();

    @Test
    void everythingAcknowledgedIsThereAndNothingElseIsLeft(@TempDir Path store, TestReporter report) throws Exception {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        EncryptedBlobs blobs = new EncryptedBlobs(new FileSystemBlobStore(store), new MasterKey(key), 0);
        try (UseCases portal = UseCases.ofApplication(database)) {
            introduceSender(portal);
            int leftovers = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Map<UUID, List<String>> said = writeUntilKilled(store, key);
                requireAcknowledged(portal, blobs, said);
                leftovers += sweep(portal, blobs, store);
                ledger.putAll(said);
            }
            requireAcknowledged(portal, blobs, ledger);
            report.publishEntry(Map.of(
                    "rounds", Integer.toString(ROUNDS),
                    "acknowledged", Integer.toString(ledger.size()),
                    "leftovers swept", Integer.toString(leftovers)));
            assertThat(ledger).hasSizeGreaterThan(ROUNDS);
        }
    }

    private void introduceSender(UseCases portal) {
        portal.as(
                SystemCaller.REGISTRAR,
                () -> portal.change(
                        "insert into person (id, issuer, subject, name, language, employee)"
                                + " values (cast(?1 as uuid), 'test', ?2, 'Sender', 'en', false)",
                        sender,
                        sender));
    }

    /** @return what the writer acknowledged of each version, behind the hash of its content */
    private Map<UUID, List<String>> writeUntilKilled(Path store, String key) throws IOException, InterruptedException {
        Map<UUID, List<String>> said = new HashMap<>();
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgingWriter.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        program.environment()
                .putAll(Map.of(
                        AcknowledgingWriter.URL, database.url(),
                        AcknowledgingWriter.USER, database.application().getKey(),
                        AcknowledgingWriter.PASSWORD, database.application().getValue(),
                        AcknowledgingWriter.STORE, store.toString(),
                        AcknowledgingWriter.KEY, key,
                        AcknowledgingWriter.SENDER, sender.toString()));
        Process writer = program.start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (int left = 1 + random.nextInt(MOST_LINES); left > 0; left--) {
                note(said, lines.readLine());
            }
            LockSupport.parkNanos(random.nextInt(MOST_NANOS));
            writer.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(said, line);
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return said;
    }

    /** The last line of a dead program may be half a line. */
    private static void note(Map<UUID, List<String>> said, @Nullable String line) {
        if (line == null) {
            throw new AssertionError("the writer ended by itself");
        }
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[2].length() == 64) {
            said.computeIfAbsent(UUID.fromString(words[1]), version -> new ArrayList<>(List.of(words[2])))
                    .add(words[0]);
        }
    }

    private void requireAcknowledged(UseCases portal, EncryptedBlobs blobs, Map<UUID, List<String>> said)
            throws Exception {
        StoredProof proof = new StoredProof(blobs, new Throttle(Long.MAX_VALUE, System::nanoTime), new StorageReport());
        Map<UUID, String> states = states(portal);
        Map<UUID, KeptVersion> kept = kept(portal, states.keySet());
        for (Map.Entry<UUID, List<String>> entry : said.entrySet()) {
            String state = states.getOrDefault(entry.getKey(), "absent");
            assertThat(state)
                    .as("state of a version that is " + entry.getValue())
                    .isIn(possible(entry.getValue()));
            if (!state.equals("REJECTED")) {
                StoredBlob blob = requireNonNull(kept.get(entry.getKey())).blob();
                assertThat(blob.sha256().hex()).isEqualTo(entry.getValue().get(0));
                assertThat(proof.flaw(blob)).isEmpty();
            }
        }
        for (KeptVersion version : kept.values()) {
            try (SeekableByteChannel readable =
                    blobs.open(version.blob().id(), version.blob().wrappedKey().bytes())) {
                assertThat(readable.size()).isEqualTo(version.blob().size());
            }
        }
        assertThat(halves())
                .as("documents without version, grant or entry in the trail")
                .isZero();
    }

    private static Set<String> possible(List<String> said) {
        if (said.contains("RELEASED")) {
            return Set.of("AVAILABLE");
        }
        return said.contains("REJECTED") ? Set.of("REJECTED") : Set.of("CHECKING", "AVAILABLE", "REJECTED");
    }

    private Map<UUID, KeptVersion> kept(UseCases portal, Set<UUID> ours) {
        Map<UUID, KeptVersion> found = new HashMap<>();
        List<KeptVersion> page = page(portal, FIRST);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(version -> ours.contains(version.id()))
                    .forEach(version -> found.put(version.id(), version));
            page = page(portal, page.get(page.size() - 1).id());
        }
        return found;
    }

    private static List<KeptVersion> page(UseCases portal, UUID after) {
        return portal.as(SystemCaller.GATE, () -> portal.get(KeptVersions.class).page(after, 500));
    }

    private Map<UUID, String> states(UseCases portal) {
        return portal
                .as(
                        SystemCaller.GATE,
                        () -> portal.rows(
                                "select id, state from document_version where uploader_id = cast(?1 as uuid)", sender))
                .stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> UUID.fromString(row[0].toString()), row -> row[1].toString()));
    }

    private long halves() throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement statement = connection.prepareStatement("""
                        select count(*) from document d where d.uploader_id = ? and (
                            (select count(*) from document_version v where v.document_id = d.id) <> 1
                            or (select count(*) from document_grant g where g.document_id = d.id) <> 1
                            or (select count(*) from audit_entry a
                                where a.resource_id = d.id and a.act = 'document-uploaded') <> 1)
                        """)) {
            statement.setObject(1, sender);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** As the portal's sweeper would after a day; what is left then is what has a row. */
    private int sweep(UseCases portal, EncryptedBlobs blobs, Path store) throws IOException {
        for (Path file : files(store)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }
        Instant before = Instant.now().minus(Duration.ofHours(24));
        int swept = blobs.sweep(before, old -> Set.of())
                + new UnnamedBlobs(
                                blobs,
                                some -> portal.as(
                                        SystemCaller.GATE,
                                        () -> portal.get(NamedBlobs.class).among(some)))
                        .remove(before);
        Set<String> left =
                files(store).stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        Set<String> named = kept(portal, states(portal).keySet()).values().stream()
                .map(version -> version.blob().id().toString())
                .collect(Collectors.toSet());
        assertThat(left).isEqualTo(named);
        return swept;
    }

    private static List<Path> files(Path store) throws IOException {
        try (Stream<Path> all = Files.walk(store)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
