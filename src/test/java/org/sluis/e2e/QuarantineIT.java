package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.Archive;

/** The quarantine desk and verdicts that come later, with the real scanner (security rows V5 to V7). */
class QuarantineIT {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final Desk desk = new Desk();
    private final RestClient admin = desk.person("admin");
    private final RestClient client = desk.person("client-a1");
    private final Outbreak outbreak = new Outbreak(desk);

    @AfterEach
    void everythingIsWellAgain() throws Exception {
        desk.stack.clamd().resume();
        outbreak.close();
        await().atMost(SOON).until(desk.stack.portal()::isReady);
    }

    @Test
    void newSignatureWithdrawsAStoredFileFromEverybodyAndNamesWhoHadIt() throws Exception {
        byte[] bytes = unique("bad");
        String id = desk.released("report.txt", bytes);
        String harmless = desk.released("report.txt", unique("good"));
        String twin = desk.released("copy.txt", bytes);
        desk.grant(id, "inspector-1", "DOWNLOAD");
        desk.grant(id, "client-b1", "DOWNLOAD");
        assertThat(desk.person("inspector-1")
                        .get("/documents/" + id + "/content")
                        .body())
                .isEqualTo(bytes);
        double recalls = Meter.of(desk, "sluis_recalls_total");

        String signature = outbreak.convict(bytes);
        outbreak.recall(id);

        for (String account : List.of("client-a1", "inspector-1", "client-b1")) {
            RestClient reader = desk.person(account);
            for (String address : List.of("/content", "/content?version=1", "/content?disposition=inline")) {
                assertThat(reader.get("/documents/" + id + address).statusCode())
                        .as(account + address)
                        .isEqualTo(404);
            }
            assertThat(reader.call("HEAD", "/documents/" + id + "/content", "").statusCode())
                    .isEqualTo(404);
            assertThat(reader.get("/documents/" + id + "/content", "Range", "bytes=0-1")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(reader.post("/documents/archive", "{\"ids\":[\"%s\"]}".formatted(id))
                            .statusCode())
                    .isEqualTo(404);
            JsonNode seen = RestClient.json(reader.get("/documents/" + id));
            assertThat(seen.path("state").asText()).isEqualTo("RECALLED");
            assertThat(seen.has("reason")).as(account).isEqualTo(account.equals("client-a1"));
            assertThat(seen.toString()).doesNotContain("Outbreak");
        }
        assertThat(admin.get("/documents/" + id + "/content").statusCode()).isEqualTo(403);

        JsonNode item = item(id);
        assertThat(item.path("state").asText()).isEqualTo("RECALLED");
        assertThat(item.path("signature").asText()).isEqualTo(signature);
        assertThat(item.path("engine").asText()).startsWith("ClamAV ");
        assertThat(item.path("reason").asText()).isEqualTo("malware-found");
        assertThat(item.path("kept").asBoolean()).isTrue();
        JsonNode recipients =
                RestClient.json(admin.get("/quarantine/" + item.path("id").asText() + "/recipients"));
        assertThat(recipients.findValuesAsText("id")).containsExactly(desk.idOf("inspector-1"));
        assertThat(outbreak.state(harmless)).isEqualTo("AVAILABLE");
        await().atMost(SOON).until(() -> outbreak.state(twin).equals("RECALLED"));
        assertThat(Meter.of(desk, "sluis_recalls_total")).isEqualTo(recalls + 2);
        assertThat(desk.number("select count(*) from audit_entry where act = 'document-recalled' and resource_id = '%s'"
                        .formatted(id)))
                .isEqualTo(1);
    }

    /** The scanner alone does not look into such an archive: the walk over its members does. */
    @Test
    void memberOfAStoredArchiveIsConvictedToo() throws Exception {
        byte[] member = unique("member");
        String id = desk.released(
                "files.zip",
                Archive.ofText("b.txt").zip64().with("a.txt", member).bytes());
        outbreak.convict(member);
        outbreak.recall(id);
        assertThat(client.get("/documents/" + id + "/content").statusCode()).isEqualTo(404);
    }

    @Test
    void twoAdministratorsReleaseAFalseAlarmAndItsSignatureDoesNotCountAgain() throws Exception {
        byte[] bytes = unique("falsely accused");
        String id = desk.released("report.txt", bytes);
        outbreak.convict(bytes);
        outbreak.recall(id);
        String version = item(id).path("id").asText();
        String address = "/quarantine/" + version + "/reinstatement";

        assertThat(problem(admin.post(address, "{\"reason\":\" \"}"))).isEqualTo("/problems/invalid-member");
        HttpResponse<byte[]> proposed = admin.post(address, "{\"reason\":\"our own template\"}");
        assertThat(proposed.statusCode()).isEqualTo(201);
        String proposal = address + "/" + RestClient.json(proposed).path("id").asText();
        assertThat(item(id).path("proposal").path("reason").asText()).isEqualTo("our own template");
        HttpResponse<byte[]> own = admin.call("POST", proposal + "/consent", "");
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(problem(own)).isEqualTo("/problems/own-proposal");
        assertThat(client.get("/documents/" + id + "/content").statusCode()).isEqualTo(404);

        assertThat(desk.person("admin-2")
                        .call("POST", proposal + "/consent", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(client.get("/documents/" + id + "/content").body()).isEqualTo(bytes);
        assertThat(admin.get("/quarantine/" + version).statusCode()).isEqualTo(404);
        await().atMost(SOON).until(() -> isScannedAgain(version));
        outbreak.begin();
        await().atMost(SOON).until(() -> isScannedAgain(version));
        assertThat(client.get("/documents/" + id + "/content").body()).isEqualTo(bytes);

        outbreak.convict(bytes);
        outbreak.recall(id);
    }

    @Test
    void withoutVerdictNothingChangesAndTheRoundGoesOnOnceThereIsOne() throws Exception {
        byte[] bytes = unique("undecided");
        String id = desk.released("report.txt", bytes);
        outbreak.convict(bytes);
        desk.stack.clamd().suspend();
        await().atMost(SOON).until(() -> !desk.stack.portal().isReady());
        outbreak.begin();
        assertThat(client.get("/documents/" + id + "/content").body()).isEqualTo(bytes);
        await().atMost(SOON).until(() -> Meter.of(desk, "sluis_rescans_waiting") > 0);
        assertThat(client.get("/documents/" + id + "/content").body()).isEqualTo(bytes);
        desk.stack.clamd().resume();
        outbreak.recall(id);
    }

    @Test
    void whatWaitsIsOnTheDeskAndCanBeHastenedOrGivenUp() throws Exception {
        desk.stack.clamd().suspend();
        await().atMost(SOON).until(() -> !desk.stack.portal().isReady());
        Instant before = Instant.now();
        String id = waiting();
        String other = waiting();
        await().atMost(SOON).until(() -> item(id).has("why") && item(other).has("why"));
        JsonNode item = item(id);
        assertThat(item.path("state").asText()).isEqualTo("CHECKING");
        assertThat(Instant.parse(item.path("since").asText())).isBetween(before, Instant.now());
        assertThat(item.path("why").asText()).isEqualTo("no scanner is fit");
        assertThat(item.has("nextAttemptAt")).isTrue();
        assertThat(item.path("attempts").isNumber()).isTrue();
        String version = item.path("id").asText();
        desk.change(
                "update document_version set next_attempt_at = now() + interval '1 day', attempts = 20 where id = '%s'"
                        .formatted(version));

        String given = item(other).path("id").asText();
        Path blob = StoredBytes.of(desk, other).file();
        assertThat(admin.call("POST", "/quarantine/" + given + "/discard", "").statusCode())
                .isEqualTo(204);
        assertThat(admin.call("POST", "/quarantine/" + given + "/discard", "").statusCode())
                .isEqualTo(409);
        JsonNode seen = RestClient.json(client.get("/documents/" + other));
        assertThat(seen.path("state").asText()).isEqualTo("REJECTED");
        assertThat(seen.path("reason").asText()).isEqualTo("discarded");
        assertThat(item(other).path("kept").asBoolean()).isFalse();
        await().atMost(SOON).until(() -> Files.notExists(blob));

        desk.stack.clamd().resume();
        await().atMost(SOON).until(desk.stack.portal()::isReady);
        assertThat(outbreak.state(id)).isEqualTo("CHECKING");
        assertThat(admin.call("POST", "/quarantine/" + version + "/retry", "").statusCode())
                .isEqualTo(204);
        await().atMost(SOON).until(() -> outbreak.state(id).equals("AVAILABLE"));
        assertThat(admin.get("/quarantine/" + version).statusCode()).isEqualTo(404);
        assertThat(admin.call("POST", "/quarantine/" + version + "/retry", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void discardedRecallIsGoneForGood() throws Exception {
        byte[] bytes = unique("gone");
        String id = desk.released("report.txt", bytes);
        Path blob = StoredBytes.of(desk, id).file();
        outbreak.convict(bytes);
        outbreak.recall(id);
        String version = item(id).path("id").asText();
        assertThat(admin.call("POST", "/quarantine/" + version + "/discard", "").statusCode())
                .isEqualTo(204);
        await().atMost(SOON).until(() -> Files.notExists(blob));
        assertThat(item(id).path("kept").asBoolean()).isFalse();
        assertThat(admin.post("/quarantine/" + version + "/reinstatement", "{\"reason\":\"too late\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(outbreak.state(id)).isEqualTo("RECALLED");
        assertThat(admin.delete("/documents/" + id).statusCode()).isEqualTo(204);
    }

    @Test
    void deskIsPagedByKeyAndEveryLookIsInTheTrail() {
        for (int i = 0; i < 3; i++) {
            assertThat(client.upload(Desk.REPORT, "scan.pdf", unique("no pdf")).statusCode())
                    .isEqualTo(422);
        }
        long looks = desk.number("select count(*) from audit_entry where act = 'quarantine-listed'");
        JsonNode first = RestClient.json(admin.get("/quarantine?state=REJECTED&limit=2"));
        List<String> ids = first.path("items").findValuesAsText("sha256");
        assertThat(ids).hasSize(2);
        JsonNode second = RestClient.json(admin.get("/quarantine?state=REJECTED&limit=2&cursor="
                + first.path("nextCursor").asText()));
        assertThat(second.path("items").findValuesAsText("sha256")).doesNotContainAnyElementsOf(ids);
        assertThat(first.path("items").findValuesAsText("state")).containsOnly("REJECTED");
        assertThat(first.path("items").get(0).path("reason").asText()).isEqualTo("type-mismatch");
        assertThat(first.path("items").get(0).path("refusal").path("detail").asText())
                .isEqualTo("This is a plain text file; rename it to .txt.");
        JsonNode byRule = RestClient.json(admin.get("/quarantine?rule=extension&limit=1"));
        assertThat(byRule.path("items").findValuesAsText("rule")).containsOnly("extension");
        assertThat(problem(admin.get("/quarantine?rule=nothing"))).isEqualTo("/problems/invalid-member");
        JsonNode statistics = RestClient.json(admin.get("/quarantine/statistics?days=1"));
        assertThat(statistics.path("rules").findValuesAsText("rule")).contains("extension");
        assertThat(problem(admin.get("/quarantine/statistics?days=0"))).isEqualTo("/problems/invalid-member");
        assertThat(desk.number("select count(*) from audit_entry where act = 'quarantine-listed'"))
                .isEqualTo(looks + 4);
        assertThat(problem(admin.get("/quarantine?state=AVAILABLE"))).isEqualTo("/problems/invalid-member");
        assertThat(admin.get("/quarantine/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private JsonNode item(String document) {
        for (JsonNode item : RestClient.json(admin.get("/quarantine?limit=200")).path("items")) {
            if (item.path("documentId").asText().equals(document)) {
                return RestClient.json(
                        admin.get("/quarantine/" + item.path("id").asText()));
            }
        }
        throw new AssertionError(document + " is not on the desk");
    }

    private String waiting() {
        HttpResponse<byte[]> accepted = client.upload(Desk.REPORT, "report.txt", unique("waiting"));
        assertThat(accepted.statusCode()).isEqualTo(202);
        return RestClient.json(accepted).path("id").asText();
    }

    private boolean isScannedAgain(String version) {
        return desk.number("select count(*) from rescan where version_id = '%s'".formatted(version)) == 0;
    }

    private static String problem(HttpResponse<byte[]> answer) {
        return RestClient.problem(answer);
    }

    private static byte[] unique(String words) {
        return "%s %s%n".formatted(words, UUID.randomUUID()).getBytes(UTF_8);
    }
}
