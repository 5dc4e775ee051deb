package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.TusClient.REPORT;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Uploads in pieces: whose they are, who writes to them, and how they end unfinished. */
class ResumableSendersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final byte[] TEXT = Desk.text(700_000);

    private final Desk desk = new Desk();
    private final TusClient sender = new TusClient(desk.person("client-a1"));
    private final UploadOutcomes outcomes = new UploadOutcomes(desk.person("client-a1"));

    @Test
    void isThereForItsSenderAlone() {
        String address = sender.begin(TEXT.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(TEXT, 10));
        for (String account : List.of("client-a2", "client-b1", "inspector-1")) {
            TusClient other = new TusClient(desk.person(account));
            String random = TusClient.UPLOADS + "/" + UUID.randomUUID();
            assertAlike(other.state(address), other.state(random));
            assertAlike(other.send(address, 10, new byte[5]), other.send(random, 10, new byte[5]));
            assertAlike(other.end(address), other.end(random));
        }
        assertThat(new TusClient(desk.person("admin")).state(address).statusCode())
                .isEqualTo(403);
        assertThat(sender.offset(address)).isEqualTo(10);
        sender.end(address);
    }

    @Test
    void listsOnesOwnAloneUntilTheyAreFinished() {
        String mine = sender.begin(TEXT.length, REPORT);
        String finished = sender.begin(TEXT.length, REPORT);
        sender.rest(finished, TEXT, 0);
        sender.send(mine, 0, Arrays.copyOf(TEXT, 10));
        HttpResponse<byte[]> answer = desk.person("client-a1").get(TusClient.UPLOADS);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode listed = RestClient.json(answer).path("items");
        assertThat(listed.findValuesAsText("id")).contains(TusClient.id(mine)).doesNotContain(TusClient.id(finished));
        JsonNode item = listed.valueStream()
                .filter(upload -> upload.path("id").asText().equals(TusClient.id(mine)))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("came").asLong()).isEqualTo(10);
        assertThat(item.path("length").asLong()).isEqualTo(TEXT.length);
        assertThat(item.path("fileName").asText()).isEqualTo("report.txt");
        assertThat(item.has("expiresAt")).isTrue();
        assertThat(RestClient.json(desk.person("client-a2").get(TusClient.UPLOADS))
                        .findValuesAsText("id"))
                .doesNotContain(TusClient.id(mine));
        assertThat(desk.person("admin").get(TusClient.UPLOADS).statusCode()).isEqualTo(403);
        sender.end(mine);
    }

    @Test
    void isOverAfterItsTime() {
        String address = sender.begin(TEXT.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(TEXT, 10));
        desk.change("update resumable_upload set expires_at = now() - interval '1 second' where id = '%s'"
                .formatted(TusClient.id(address)));
        assertThat(sender.state(address).statusCode()).isEqualTo(404);
        assertThat(sender.send(address, 10, new byte[5]).statusCode()).isEqualTo(404);
        assertThat(sender.end(address).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesNothingWhenItIsGivenUp() throws Exception {
        String address = sender.begin(TEXT.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(TEXT, 400_000));
        Path file = incoming(blobOf(address));
        assertThat(file).exists();
        assertThat(sender.end(address).statusCode()).isEqualTo(204);
        assertThat(sender.state(address).statusCode()).isEqualTo(404);
        await().atMost(PATIENCE).until(() -> Files.notExists(file));
        assertThat(desk.number(
                        "select count(*) from resumable_upload where id = '%s'".formatted(TusClient.id(address))))
                .isZero();
    }

    /** A connection that broke is often noticed by its sender alone, who comes again on another. */
    @Test
    void silentSenderIsReplacedByTheNextPiece() throws Exception {
        String address = sender.begin(TEXT.length, REPORT);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<HttpResponse<byte[]>> silent = CompletableFuture.supplyAsync(
                () -> sender.send(address, 0, BodyPublishers.ofInputStream(() -> new HesitantBody(TEXT, goOn, false))));
        await().atMost(PATIENCE).until(() -> isHeld(address));
        TusClient again = new TusClient(desk.person("client-a1").onAnotherConnection(desk.stack));
        await().atMost(PATIENCE)
                .until(() -> again.rest(address, TEXT, again.offset(address)).statusCode() == 204);
        assertThat(silent).as("the first connection").isNotDone();
        outcomes.assertBecame(RestClient.location(again.state(address)), "report.txt", TEXT);
        goOn.countDown();
        assertThat(silent.handle((answer, lost) -> answer == null ? 423 : answer.statusCode())
                        .get())
                .isEqualTo(423);
    }

    @Test
    void oneAtATimeWritesToAnUpload() throws Exception {
        String address = sender.begin(TEXT.length, REPORT);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<HttpResponse<byte[]>> first = CompletableFuture.supplyAsync(
                () -> sender.send(address, 0, BodyPublishers.ofInputStream(() -> new HesitantBody(TEXT, goOn, true))));
        await().atMost(PATIENCE).until(() -> isHeld(address));
        TusClient again = new TusClient(desk.person("client-a1").onAnotherConnection(desk.stack));
        HttpResponse<byte[]> refused = again.send(address, 0, TEXT);
        assertThat(refused.statusCode()).isEqualTo(423);
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
        goOn.countDown();
        assertThat(first.get().statusCode()).isEqualTo(204);
        outcomes.assertBecame(RestClient.location(first.get()), "report.txt", TEXT);
    }

    @Test
    void onePersonMayAnnounceOnlySoMuch() {
        TusClient greedy = new TusClient(desk.person("client-a2"));
        String recording =
                TusClient.metadata(Map.of("title", "Room 4", "category", "exam-recording", "filename", "room-4.mp4"));
        List<String> begun = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                HttpResponse<byte[]> answer = greedy.tryToBegin(5_000_000_000L, recording);
                assertThat(answer.statusCode()).isEqualTo(201);
                begun.add(RestClient.location(answer));
            }
            HttpResponse<byte[]> refused = greedy.tryToBegin(1, recording);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(Instant.parse(RestClient.json(refused).path("until").asText()))
                    .isAfter(Instant.now());
            assertThat(RestClient.json(refused).path("detail").asText())
                    .contains("4 unfinished uploads", "GET /api/uploads");
            assertThat(desk.person("client-a2")
                            .upload(Desk.REPORT, "report.txt", Desk.TEXT)
                            .statusCode())
                    .isEqualTo(429);
        } finally {
            begun.forEach(greedy::end);
        }
        assertThat(desk.person("client-a2")
                        .upload(Desk.REPORT, "report.txt", Desk.TEXT)
                        .statusCode())
                .isEqualTo(201);
    }

    private static void assertAlike(HttpResponse<byte[]> foreign, HttpResponse<byte[]> random) {
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(random.statusCode());
        assertThat(foreign.body()).isEqualTo(random.body());
        assertThat(withoutDate(foreign)).isEqualTo(withoutDate(random));
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private boolean isHeld(String address) {
        return desk.number("select count(*) from resumable_upload where holder is not null and id = '%s'"
                        .formatted(TusClient.id(address)))
                == 1;
    }

    private String blobOf(String address) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select blob_id from resumable_upload where id = '%s'".formatted(TusClient.id(address)))) {
            row.next();
            return row.getString(1);
        }
    }

    private Path incoming(String blob) {
        return desk.stack.portal().storage().resolve("incoming").resolve(blob);
    }
}
