package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.TusClient.REPORT;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * A store that fails for a while: readers and senders are told to come again, and nothing is taken for damaged or given up. A
 * folder in the place of a file makes the system refuse to read and write it.
 */
class UnreadableStoreIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final byte[] TEXT = Desk.text(700_000);

    private final Desk desk = new Desk();
    private final RestClient client = desk.person("client-a1");

    @Test
    void readerIsToldToComeAgainAndNoAlarmIsRaised() throws Exception {
        String id = desk.released();
        StoredBytes stored = StoredBytes.of(desk, id);
        double alarms = Meter.of(desk, "sluis_content_damaged_total");

        HttpResponse<byte[]> refused =
                whileUnreadable(stored.file(), () -> client.get("/documents/" + id + "/content"));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/unavailable");
        assertThat(client.get("/documents/" + id + "/content").body()).isEqualTo(Desk.TEXT);
        assertThat(Meter.of(desk, "sluis_content_damaged_total")).isEqualTo(alarms);
    }

    @Test
    void uploadInPiecesIsNotGivenUp() throws Exception {
        TusClient sender = new TusClient(client);
        String address = sender.begin(TEXT.length, REPORT);
        assertThat(sender.send(address, 0, Arrays.copyOf(TEXT, 400_000)).statusCode())
                .isEqualTo(204);

        HttpResponse<byte[]> refused = whileUnreadable(incoming(address), () -> sender.rest(address, TEXT, 400_000));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/unavailable");
        assertThat(sender.offset(address)).isEqualTo(400_000);
        HttpResponse<byte[]> last = sender.rest(address, TEXT, 400_000);
        assertThat(last.statusCode()).isEqualTo(204);
        String document = RestClient.location(last);
        await().atMost(PATIENCE).until(() -> client.get(document + "/content").statusCode() == 200);
        assertThat(client.get(document + "/content").body()).isEqualTo(TEXT);
    }

    /** Something asked of the portal. */
    private interface Request {
        HttpResponse<byte[]> send();
    }

    private static HttpResponse<byte[]> whileUnreadable(Path file, Request request) throws IOException {
        Path aside = Files.move(file, file.resolveSibling(file.getFileName() + ".aside"));
        Files.createDirectory(file);
        try {
            return request.send();
        } finally {
            Files.delete(file);
            Files.move(aside, file);
        }
    }

    private Path incoming(String address) throws SQLException {
        String query = "select blob_id from resumable_upload where id = '%s'"
                .formatted(address.substring(address.lastIndexOf('/') + 1));
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return desk.stack.portal().storage().resolve("incoming").resolve(row.getString(1));
        }
    }
}
