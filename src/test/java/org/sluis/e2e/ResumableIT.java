package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.TusClient.REPORT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.stack.Eicar;

/** Uploads in pieces by tus 1.0.0, from outside. */
class ResumableIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final byte[] TEXT = Desk.text(700_000);

    private final Desk desk = new Desk();
    private final TusClient sender = new TusClient(desk.person("client-a1"));

    @Test
    void saysWhatItSpeaksToAnybody() {
        HttpResponse<byte[]> offer = RestClient.nobody(desk.stack).call("OPTIONS", TusClient.UPLOADS, "");
        assertThat(offer.statusCode()).isEqualTo(204);
        assertThat(offer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(offer.headers().firstValue("Tus-Extension"))
                .contains("creation,creation-with-upload,expiration,checksum,termination");
        assertThat(offer.headers().firstValue("Tus-Max-Size")).contains("5000000000");
        assertThat(offer.headers().firstValue("Tus-Checksum-Algorithm").orElseThrow())
                .contains("sha1");
    }

    @Test
    void piecesBecomeADocumentLikeAnyOther() {
        String address = sender.begin(TEXT.length, REPORT);
        assertThat(sender.offset(address)).isZero();
        HttpResponse<byte[]> first = sender.send(address, 0, Arrays.copyOf(TEXT, 1));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Location")).isEmpty();
        assertThat(first.headers().firstValue("Upload-Expires").orElseThrow()).endsWith("GMT");
        assertThat(TusClient.offset(sender.send(address, 1, Arrays.copyOfRange(TEXT, 1, 300_000))))
                .isEqualTo(300_000);
        HttpResponse<byte[]> state = sender.state(address);
        assertThat(TusClient.offset(state)).isEqualTo(300_000);
        assertThat(state.headers().firstValue("Upload-Length")).contains(Integer.toString(TEXT.length));
        assertThat(state.headers().firstValue("Upload-Metadata")).contains(TusClient.metadata(REPORT));
        assertThat(state.headers().firstValue("Cache-Control")).contains("no-store");

        HttpResponse<byte[]> last = sender.rest(address, TEXT, 300_000);
        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(TusClient.offset(last)).isEqualTo(TEXT.length);
        assertBecame(RestClient.location(last), "report.txt", TEXT);

        HttpResponse<byte[]> after = sender.state(address);
        assertThat(TusClient.offset(after)).isEqualTo(TEXT.length);
        assertThat(RestClient.location(after)).isEqualTo(RestClient.location(last));
        HttpResponse<byte[]> repeated = sender.send(address, TEXT.length, new byte[0]);
        assertThat(RestClient.location(repeated)).isEqualTo(RestClient.location(last));
        assertThat(sender.end(address).statusCode()).isEqualTo(204);
        assertThat(desk.person("client-a1").get(RestClient.location(last)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void firstPieceMayComeWithTheBeginningAlsoWhenItIsAll() {
        HttpResponse<byte[]> begun = sender.beginWith(Arrays.copyOf(TEXT, 5_000), TEXT.length, REPORT);
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(TusClient.offset(begun)).isEqualTo(5_000);
        HttpResponse<byte[]> last = sender.rest(RestClient.location(begun), TEXT, 5_000);
        assertBecame(RestClient.location(last), "report.txt", TEXT);

        HttpResponse<byte[]> whole = sender.beginWith(TEXT, TEXT.length, REPORT);
        assertThat(TusClient.offset(whole)).isEqualTo(TEXT.length);
        HttpResponse<byte[]> state = sender.state(RestClient.location(whole));
        assertBecame(RestClient.location(state), "report.txt", TEXT);
    }

    @Test
    void furtherVersionOfADocumentMayComeInPiecesToo() {
        String document = desk.released();
        Map<String, String> metadata = Map.of("documentId", document, "filename", "second.txt");
        HttpResponse<byte[]> begun = sender.beginWith(TEXT, TEXT.length, metadata);
        assertThat(RestClient.location(sender.state(RestClient.location(begun))))
                .isEqualTo("/documents/" + document);
        assertBecame("/documents/" + document, "second.txt", TEXT);
        TusClient other = new TusClient(desk.person("client-b1"));
        HttpResponse<byte[]> foreign = other.tryToBegin(1, TusClient.metadata(metadata));
        HttpResponse<byte[]> random = other.tryToBegin(
                1, TusClient.metadata(Map.of("documentId", UUID.randomUUID().toString(), "filename", "second.txt")));
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(random.body());
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "11", "700000", "700001"})
    void goesOnNowhereElse(long offset) {
        String address = sender.begin(TEXT.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(TEXT, 10));
        HttpResponse<byte[]> refused = sender.send(address, offset, new byte[0]);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/offset-mismatch");
        assertThat(sender.offset(address)).isEqualTo(10);
        sender.end(address);
    }

    @Test
    void pieceThatIsNotWhatItsChecksumSaysIsNotKept() throws NoSuchAlgorithmException {
        String address = sender.begin(TEXT.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(TEXT, 1_000), "Upload-Checksum", sha1(Arrays.copyOf(TEXT, 1_000)));
        assertThat(sender.offset(address)).isEqualTo(1_000);

        byte[] piece = Arrays.copyOfRange(TEXT, 1_000, 400_000);
        HttpResponse<byte[]> wrong = sender.send(address, 1_000, piece, "Upload-Checksum", sha1(TEXT));
        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(RestClient.problem(wrong)).isEqualTo("/problems/checksum-mismatch");
        assertThat(sender.offset(address)).isEqualTo(1_000);
        assertThat(sender.send(address, 1_000, piece, "Upload-Checksum", "md5 YQ==")
                        .statusCode())
                .isEqualTo(400);

        HttpResponse<byte[]> last = sender.rest(address, TEXT, 1_000);
        assertBecame(RestClient.location(last), "report.txt", TEXT);
        assertThat(sender.beginWith(TEXT, TEXT.length, REPORT, "Upload-Checksum", sha1(piece))
                        .statusCode())
                .isEqualTo(460);
    }

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
    void isOverAfterItsTime() throws SQLException {
        String address = sender.begin(TEXT.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(TEXT, 10));
        change("update resumable_upload set expires_at = now() - interval '1 second' where id = '%s'", id(address));
        assertThat(sender.state(address).statusCode()).isEqualTo(404);
        assertThat(sender.send(address, 10, new byte[5]).statusCode()).isEqualTo(404);
        assertThat(sender.end(address).statusCode()).isEqualTo(404);
    }

    @Test
    void leavesNothingWhenItIsGivenUp() throws Exception {
        String address = sender.begin(TEXT.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(TEXT, 400_000));
        Path file = incoming(text("select blob_id from resumable_upload where id = '%s'", id(address)));
        assertThat(file).exists();
        assertThat(sender.end(address).statusCode()).isEqualTo(204);
        assertThat(sender.state(address).statusCode()).isEqualTo(404);
        await().atMost(PATIENCE).until(() -> Files.notExists(file));
        assertThat(text("select count(*) from resumable_upload where id = '%s'", id(address)))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "category YQ==, invalid-member",
        "title YQ==, invalid-member",
        "'title YQ==,category bm9uZQ==', invalid-member",
        "'title YQ==,category dGVzdC1yZXBvcnQ=,dossierId YQ==', invalid-member",
        "'title YQ==,category dGVzdC1yZXBvcnQ=,owner YQ==', unknown-member",
        "'title ***', invalid-member"
    })
    void beginsNothingWithoutSense(String metadata, String problem) {
        HttpResponse<byte[]> refused = sender.tryToBegin(1, metadata);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/" + problem);
    }

    @Test
    void takesNoMoreThanTheCategoryAllowsOrTheSenderAnnounced() {
        HttpResponse<byte[]> huge = sender.tryToBegin(100_000_001, TusClient.metadata(REPORT));
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(RestClient.json(huge).path("limit").asLong()).isEqualTo(100_000_000);
        assertThat(sender.tryToBegin(0, TusClient.metadata(REPORT)).statusCode())
                .isEqualTo(400);
        String address = sender.begin(10, REPORT);
        assertThat(sender.send(address, 0, new byte[11]).statusCode()).isEqualTo(413);
        HttpResponse<byte[]> unannounced =
                sender.send(address, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TEXT)));
        assertThat(unannounced.statusCode()).isEqualTo(413);
        assertThat(sender.offset(address)).isZero();
        sender.end(address);
    }

    @Test
    void speaksNoOtherVersionAndTakesNoOtherContent() {
        RestClient person = desk.person("client-a1");
        HttpResponse<byte[]> old = person.call("POST", TusClient.UPLOADS, "", "Tus-Resumable", "0.2.2");
        assertThat(old.statusCode()).isEqualTo(412);
        assertThat(old.headers().firstValue("Tus-Version")).contains("1.0.0");
        String address = sender.begin(10, REPORT);
        HttpResponse<byte[]> form = person.call(
                "PATCH", address, "x=y", "Tus-Resumable", "1.0.0", "Upload-Offset", "0", "Content-Type", "text/plain");
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(form.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        sender.end(address);
    }

    /** A client that sends two halves at once and then puts them together would have two documents (tus, concatenation). */
    @ParameterizedTest
    @CsvSource({"Upload-Concat, partial", "Upload-Concat, final;/api/uploads/x", "Upload-Defer-Length, 1"})
    void refusesHeadersOfExtensionsThatAreNotOffered(String header, String value) {
        HttpResponse<byte[]> begun = sender.beginWith(Arrays.copyOf(TEXT, 10), 10, REPORT, header, value);
        assertThat(begun.statusCode()).isEqualTo(400);
        assertThat(RestClient.problem(begun)).isEqualTo("/problems/invalid-member");
        assertThat(RestClient.json(begun).path("member").asText()).isEqualToIgnoringCase(header);
        String address = sender.begin(10, REPORT);
        assertThat(sender.send(address, 0, Arrays.copyOf(TEXT, 10), header, value)
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.offset(address)).isZero();
        sender.end(address);
    }

    @Test
    void nothingComesAfterTheEnd() {
        HttpResponse<byte[]> whole = sender.beginWith(TEXT, TEXT.length, REPORT);
        String address = RestClient.location(whole);
        HttpResponse<byte[]> announced = sender.send(address, TEXT.length, new byte[1]);
        HttpResponse<byte[]> unannounced = sender.send(
                address, TEXT.length, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1])));
        for (HttpResponse<byte[]> surplus : List.of(announced, unannounced)) {
            assertThat(surplus.statusCode()).isEqualTo(413);
            assertThat(RestClient.json(surplus).path("limit").asLong()).isEqualTo(TEXT.length);
        }
        assertBecame(RestClient.location(sender.state(address)), "report.txt", TEXT);
    }

    @Test
    void nameThatTheCategoryDoesNotTakeIsRefusedBeforeAnythingIsSent() {
        Map<String, String> program = Map.of("title", "x", "category", "identity-copy", "filename", "copy.mp4");
        HttpResponse<byte[]> refused = sender.tryToBegin(10, TusClient.metadata(program));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/type-not-allowed");
        assertThat(RestClient.json(refused).path("detail").asText()).contains("PDF");
        assertThat(RestClient.json(refused).path("expected").toString()).contains("application/pdf");
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
        assertThat(listed.findValuesAsText("id")).contains(id(mine)).doesNotContain(id(finished));
        JsonNode item = listed.valueStream()
                .filter(upload -> upload.path("id").asText().equals(id(mine)))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("came").asLong()).isEqualTo(10);
        assertThat(item.path("length").asLong()).isEqualTo(TEXT.length);
        assertThat(item.path("fileName").asText()).isEqualTo("report.txt");
        assertThat(item.has("expiresAt")).isTrue();
        assertThat(RestClient.json(desk.person("client-a2").get(TusClient.UPLOADS))
                        .findValuesAsText("id"))
                .doesNotContain(id(mine));
        assertThat(desk.person("admin").get(TusClient.UPLOADS).statusCode()).isEqualTo(403);
        sender.end(mine);
    }

    /** A connection that broke is often noticed by its sender alone, who comes again on another. */
    @Test
    void silentSenderIsReplacedByTheNextPiece() throws Exception {
        String address = sender.begin(TEXT.length, REPORT);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<HttpResponse<byte[]>> silent = CompletableFuture.supplyAsync(
                () -> sender.send(address, 0, BodyPublishers.ofInputStream(() -> new Hesitant(TEXT, goOn, false))));
        await().atMost(PATIENCE).until(() -> isHeld(address));
        TusClient again = new TusClient(desk.person("client-a1").onAnotherConnection(desk.stack));
        await().atMost(PATIENCE)
                .until(() -> again.rest(address, TEXT, again.offset(address)).statusCode() == 204);
        assertThat(silent).as("the first connection").isNotDone();
        assertBecame(RestClient.location(again.state(address)), "report.txt", TEXT);
        goOn.countDown();
        assertThat(silent.handle((answer, lost) -> answer == null ? 423 : answer.statusCode())
                        .get())
                .isEqualTo(423);
    }

    @Test
    void malwareIsRefusedAsInAnyUpload() {
        byte[] malware = Eicar.bytes();
        String address = sender.begin(malware.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(malware, 30));
        String document = RestClient.location(sender.rest(address, malware, 30));
        await().atMost(PATIENCE).until(() -> state(document), "REJECTED"::equals);
        HttpResponse<byte[]> view = desk.person("client-a1").get(document);
        assertThat(RestClient.json(view).path("reason").asText()).isEqualTo("malware-found");
    }

    @Test
    void recordingIsWhatItsContentAndItsNameSay() {
        byte[] film = film();
        Map<String, String> recording =
                new HashMap<>(Map.of("title", "Room 4", "category", "exam-recording", "filename", "room-4.mp4"));
        HttpResponse<byte[]> begun = sender.beginWith(film, film.length, recording);
        String document = RestClient.location(sender.state(RestClient.location(begun)));
        await().atMost(PATIENCE).until(() -> state(document), "AVAILABLE"::equals);
        assertThat(RestClient.json(desk.person("client-a1").get(document))
                        .path("mediaType")
                        .asText())
                .isEqualTo("video/mp4");

        recording.put("filename", "room-4.webm");
        String misnamed =
                RestClient.location(sender.state(RestClient.location(sender.beginWith(film, film.length, recording))));
        await().atMost(PATIENCE).until(() -> state(misnamed), "REJECTED"::equals);
    }

    @Test
    void oneAtATimeWritesToAnUpload() throws Exception {
        String address = sender.begin(TEXT.length, REPORT);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<HttpResponse<byte[]>> first = CompletableFuture.supplyAsync(
                () -> sender.send(address, 0, BodyPublishers.ofInputStream(() -> new Hesitant(TEXT, goOn, true))));
        await().atMost(PATIENCE).until(() -> isHeld(address));
        TusClient again = new TusClient(desk.person("client-a1").onAnotherConnection(desk.stack));
        HttpResponse<byte[]> refused = again.send(address, 0, TEXT);
        assertThat(refused.statusCode()).isEqualTo(423);
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
        goOn.countDown();
        assertThat(first.get().statusCode()).isEqualTo(204);
        assertBecame(RestClient.location(first.get()), "report.txt", TEXT);
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

    private void assertBecame(String document, String name, byte[] content) {
        RestClient person = desk.person("client-a1");
        await().atMost(PATIENCE)
                .until(
                        () -> RestClient.json(person.get(document))
                                .path("fileName")
                                .asText(),
                        name::equals);
        await().atMost(PATIENCE).until(() -> state(document), "AVAILABLE"::equals);
        assertThat(person.get(document + "/content").body()).isEqualTo(content);
    }

    private String state(String document) {
        return RestClient.json(desk.person("client-a1").get(document))
                .path("state")
                .asText();
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

    private static String sha1(byte[] piece) throws NoSuchAlgorithmException {
        return "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(piece));
    }

    /** The smallest film there is. */
    private static byte[] film() {
        return ByteBuffer.allocate(33)
                .put(box("ftyp", "isom0000"))
                .put(box("moov", ""))
                .put(box("mdat", "x"))
                .array();
    }

    private static byte[] box(String type, String content) {
        byte[] bytes = (type + content).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(bytes.length + 4)
                .putInt(bytes.length + 4)
                .put(bytes)
                .array();
    }

    private boolean isHeld(String address) throws SQLException {
        return text("select holder is not null from resumable_upload where id = '%s'", id(address))
                .equals("t");
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private Path incoming(String blob) {
        return desk.stack.portal().storage().resolve("incoming").resolve(blob);
    }

    private void change(String sql, String id) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql.formatted(id))).isEqualTo(1);
        }
    }

    private String text(String query, String id) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query.formatted(id))) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** A sender that waits in the middle: silent, or with a byte now and then. */
    private static final class Hesitant extends InputStream {

        private static final int DRIP_MILLIS = 50;

        private final InputStream content;
        private final CountDownLatch goOn;
        private final boolean dripping;

        Hesitant(byte[] content, CountDownLatch goOn, boolean dripping) {
            this.content = new ByteArrayInputStream(content);
            this.goOn = goOn;
            this.dripping = dripping;
        }

        @Override
        public int read() throws IOException {
            return content.read();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (content.available() < TEXT.length / 2) {
                try {
                    if (dripping && !goOn.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                        return content.read(target, from, 1);
                    }
                    goOn.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
            return content.read(target, from, length);
        }
    }
}
