package org.sluis.intake.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.FileSystemBlobStore;
import org.sluis.blob.MasterKey;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.NewDocument;
import org.sluis.documents.ReceivedFile;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.Sha256;
import org.sluis.kernel.SystemCaller;
import org.sluis.stack.UseCases;

/**
 * A program that takes files in as a node does, several at a time and without end, and says of each what it would have
 * acknowledged. It exists to be killed.
 */
final class AcknowledgingWriter {

    static final String URL = "SLUIS_URL";
    static final String USER = "SLUIS_USER";
    static final String PASSWORD = "SLUIS_PASSWORD";
    static final String STORE = "SLUIS_STORE";
    static final String KEY = "SLUIS_KEY";
    static final String SENDER = "SLUIS_SENDER";

    private static final int AT_ONCE = 3;
    private static final int LARGEST = 400_000;

    private final UseCases portal;
    private final EncryptedBlobs blobs;
    private final Caller sender;
    private final Random random = new Random();

    private AcknowledgingWriter() throws IOException {
        portal = UseCases.connected(setting(URL), Map.entry(setting(USER), setting(PASSWORD)));
        blobs = new EncryptedBlobs(new FileSystemBlobStore(Path.of(setting(STORE))), new MasterKey(setting(KEY)), 0);
        sender = new Caller(
                UUID.fromString(setting(SENDER)), "Sender", Set.of(Role.CLIENT), Optional.empty(), Optional.empty());
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }

    public static void main(String... none) throws IOException {
        for (int i = 0; i < AT_ONCE; i++) {
            AcknowledgingWriter writer = new AcknowledgingWriter();
            new Thread(writer::writeForEver, "writer-" + i).start();
        }
    }

    private void writeForEver() {
        try {
            while (true) {
                write();
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void write() throws IOException {
        byte[] content = new byte[1 + random.nextInt(LARGEST)];
        random.nextBytes(content);
        StoredBlob blob = blobs.receive(new ByteArrayInputStream(content), LARGEST);
        Pending pending = portal.as(
                sender,
                () -> portal.get(Reception.class)
                        .enter(
                                sender,
                                new NewDocument("Batch", "test-report", Optional.empty()),
                                new ReceivedFile("batch.bin", blob),
                                Instant.now()));
        say("ENTERED", pending, Sha256.of(content));
        if (random.nextInt(4) > 0) {
            judge(reception -> reception.release(pending, blob.sha256(), "application/pdf", List.of()));
            say("RELEASED", pending, Sha256.of(content));
        } else {
            judge(reception ->
                    reception.reject(pending, Objection.of(Rule.TYPE_NOT_TAKEN), Optional.empty(), Optional.empty()));
            say("REJECTED", pending, Sha256.of(content));
            blobs.delete(blob.id());
        }
    }

    private void judge(Consumer<Reception> verdict) {
        portal.as(SystemCaller.GATE, () -> {
            verdict.accept(portal.get(Reception.class));
            return true;
        });
    }

    private static void say(String what, Pending pending, Sha256 content) {
        System.out.println(what + " " + pending.versionId() + " " + content.hex());
    }
}
