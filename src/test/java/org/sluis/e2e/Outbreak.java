package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Malware that becomes known while it is stored: signatures of a test's own in the scanner's private database. When it is
 * over they are forgotten, and so is the round, which would go on over what other tests have stored and damaged.
 */
final class Outbreak implements AutoCloseable {

    private static final Duration RELOADED = Duration.ofMinutes(3);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(3);

    private final Desk desk;
    private final Path signatures;

    Outbreak(Desk desk) {
        this.desk = desk;
        this.signatures = desk.stack.clamd().signatures().resolve("outbreak.hdb");
    }

    /** From now on exactly these bytes are known as malware, under a name nobody has used. */
    String convict(byte[] bytes) throws IOException {
        String signature = "Outbreak." + UUID.randomUUID();
        Files.writeString(signatures, "%s:%d:%s%n".formatted(md5(bytes), bytes.length, signature));
        desk.stack.clamd().reload();
        return signature + ".UNOFFICIAL";
    }

    /** Has everything scanned again until the document was reached: the scanner takes its time to load signatures. */
    void recall(String document) {
        await().atMost(RELOADED).pollInterval(BETWEEN_ROUNDS).until(() -> {
            begin();
            return state(document).equals("RECALLED");
        });
    }

    /** Has everything scanned again. */
    void begin() {
        assertThat(desk.person("admin")
                        .post("/quarantine/rescan", "{\"reason\":\"signatures of our own\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    String state(String document) {
        return RestClient.json(desk.person("admin").get("/documents/" + document))
                .path("state")
                .asText();
    }

    @Override
    public void close() throws IOException, SQLException {
        Files.deleteIfExists(signatures);
        desk.stack.clamd().reload();
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from rescan");
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
