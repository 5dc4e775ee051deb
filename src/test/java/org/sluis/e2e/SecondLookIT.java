package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.Archive;

/** A refusal by a rule is looked at again and lifted, by real people over the real gate; the scanner's word never is. */
class SecondLookIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String WHY = "{\"reason\":\"the calibration tool of our own laboratory\"}";

    private final Desk desk = new Desk();
    private final RestClient admin = desk.person("admin");
    private final RestClient second = desk.person("admin-2");
    private final RestClient client = desk.person("client-a1");
    private final Outbreak outbreak = new Outbreak(desk);

    @AfterEach
    void everythingIsWellAgain() throws Exception {
        outbreak.close();
    }

    @Test
    void senderAsksTwoAdministratorsConsentAndTheSameBytesComeIn() {
        byte[] zip = zip();
        String id = refused(zip);
        String look = "/documents/" + id + "/versions/1/second-look";
        JsonNode before = RestClient.json(client.get(look));
        assertThat(before.path("possible").asBoolean()).isTrue();
        assertThat(before.path("sealedUntil").asText()).isNotEmpty();
        assertThat(client.get("/documents/" + id + "/content").statusCode()).isEqualTo(404);
        assertThat(admin.get("/documents/" + id + "/content").statusCode()).isEqualTo(403);
        assertThat(problem(client.post(look, "{\"reason\":\"\"}"))).isEqualTo("/problems/invalid-member");

        assertThat(client.post(look, WHY).statusCode()).isEqualTo(201);
        assertThat(client.post(look, WHY).statusCode()).isEqualTo(409);

        String version = version(id);
        JsonNode item = RestClient.json(admin.get("/quarantine/" + version));
        assertThat(item.path("secondLook").path("reason").asText()).contains("calibration tool");
        String proposal = propose(version);
        assertThat(admin.call("POST", proposal + "/consent", "").statusCode()).isEqualTo(409);
        assertThat(second.call("POST", proposal + "/consent", "").statusCode()).isEqualTo(204);

        await().atMost(SOON).until(() -> outbreak.state(id).equals("AVAILABLE"));
        assertThat(client.get("/documents/" + id + "/content").body()).isEqualTo(zip);
        JsonNode document = RestClient.json(client.get("/documents/" + id));
        assertThat(document.has("refusal") && !document.path("refusal").isNull())
                .isFalse();
        assertThat(document.path("notices").get(0).path("kind").asText()).isEqualTo("rule-lifted");
        assertThat(document.path("notices").get(0).path("member").asText()).isEqualTo("setup.exe");
        assertThat(RestClient.json(client.get(look))
                        .path("request")
                        .path("answer")
                        .asText())
                .isEqualTo("LIFTED");
        assertThat(desk.number(
                        "select count(distinct act) from audit_entry where resource_id = '%s' and act in".formatted(id)
                                + " ('second-look-asked', 'reinstatement-proposed', 'rule-lifted')"))
                .isEqualTo(3);
        assertThat(told("SECOND_LOOK_ASKED", id)).isGreaterThanOrEqualTo(2);
        assertThat(told("LIFT_PROPOSED", id)).isEqualTo(told("SECOND_LOOK_ASKED", id) - 1);
        assertThat(told("SECOND_LOOK_ANSWERED", id)).isEqualTo(1);
        desk.grant(id, "inspector-1", "DOWNLOAD");
        assertThat(desk.person("inspector-1")
                        .get("/documents/" + id + "/content")
                        .body())
                .isEqualTo(zip);
        assertThat(desk.person("inspector-1").get(look).statusCode()).isEqualTo(404);
    }

    @Test
    void bytesThatBecameMalwareMeanwhileStayOutWhateverAdministratorsSay() throws Exception {
        byte[] zip = zip();
        String id = refused(zip);
        assertThat(client.post("/documents/" + id + "/versions/1/second-look", WHY)
                        .statusCode())
                .isEqualTo(201);
        String version = version(id);
        String proposal = propose(version);
        outbreak.convict(zip);
        await().atMost(SOON).until(() -> isConvicted(zip));

        assertThat(second.call("POST", proposal + "/consent", "").statusCode()).isEqualTo(204);

        await().atMost(SOON).until(() -> outbreak.state(id).equals("REJECTED"));
        JsonNode item = RestClient.json(admin.get("/quarantine/" + version));
        assertThat(item.path("reason").asText()).isEqualTo("malware-found");
        assertThat(item.path("kept").asBoolean()).isFalse();
        assertThat(client.post("/documents/" + id + "/versions/1/second-look", WHY)
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void administratorSaysNoAndTheSenderReadsWhy() {
        String id = refused(zip());
        String look = "/documents/" + id + "/versions/1/second-look";
        client.post(look, WHY);
        String version = version(id);
        assertThat(admin.post("/quarantine/" + version + "/second-look/refusal", "{\"reason\":\"Send the data only.\"}")
                        .statusCode())
                .isEqualTo(204);
        JsonNode request = RestClient.json(client.get(look)).path("request");
        assertThat(request.path("answer").asText()).isEqualTo("DECLINED");
        assertThat(request.path("answerReason").asText()).isEqualTo("Send the data only.");
        assertThat(outbreak.state(id)).isEqualTo("REJECTED");
    }

    @Test
    void malwareIsNeverLookedAtAgain() throws Exception {
        byte[] bad = ("bad " + UUID.randomUUID()).getBytes(UTF_8);
        outbreak.convict(bad);
        await().atMost(SOON).until(() -> isConvicted(bad));
        String id = client.refused(client.upload(Desk.REPORT, "report.txt", bad));
        String look = "/documents/" + id + "/versions/1/second-look";
        assertThat(RestClient.json(client.get(look)).path("possible").asBoolean())
                .isFalse();
        assertThat(client.post(look, WHY).statusCode()).isEqualTo(409);
    }

    @Test
    void sealedContentIsDestroyedByAnAdministratorOrWithItsDocument() {
        String discarded = refused(zip());
        String look = "/documents/" + discarded + "/versions/1/second-look";
        client.post(look, WHY);
        String discard = "/quarantine/" + version(discarded) + "/discard";
        assertThat(admin.call("POST", discard, "").statusCode())
                .as("the sender waits for an answer")
                .isEqualTo(409);
        assertThat(client.call("DELETE", look, "").statusCode()).isEqualTo(204);
        assertThat(admin.call("POST", discard, "").statusCode()).isEqualTo(204);
        assertThat(client.post(look, WHY).statusCode()).isEqualTo(409);

        String erased = refused(zip());
        client.post("/documents/" + erased + "/versions/1/second-look", WHY);
        assertThat(admin.call("DELETE", "/documents/" + erased, "").statusCode())
                .isEqualTo(204);

        assertThat(desk.number("select count(*) from document_version where document_id in ('%s', '%s')"
                                .formatted(discarded, erased)
                        + " and wrapped_key is not null"))
                .isZero();
    }

    private String refused(byte[] zip) {
        String id = client.refused(client.upload(Desk.REPORT, "files.zip", zip));
        JsonNode refusal = RestClient.json(client.get("/documents/" + id)).path("refusal");
        assertThat(refusal.path("rule").asText()).isEqualTo("program");
        assertThat(refusal.path("secondLook").asBoolean()).isTrue();
        return id;
    }

    private boolean isConvicted(byte[] bytes) {
        return "malware-found"
                .equals(RestClient.json(client.upload(Desk.REPORT, "again.zip", bytes))
                        .path("type")
                        .asText()
                        .replaceFirst(".*/", ""));
    }

    private long told(String kind, String document) {
        return desk.number(
                "select count(*) from notice where kind = '%s' and document_id = '%s'".formatted(kind, document));
    }

    private String propose(String version) {
        HttpResponse<byte[]> proposed = admin.post("/quarantine/" + version + "/reinstatement", WHY);
        assertThat(proposed.statusCode()).isEqualTo(201);
        return "/quarantine/" + version + "/reinstatement/"
                + RestClient.json(proposed).path("id").asText();
    }

    private String version(String document) {
        for (JsonNode item : RestClient.json(admin.get("/quarantine?state=REJECTED&limit=100"))
                .path("items")) {
            if (item.path("documentId").asText().equals(document)) {
                return item.path("id").asText();
            }
        }
        throw new AssertionError("not on the desk");
    }

    private static String problem(HttpResponse<byte[]> answer) {
        return RestClient.json(answer).path("type").asText();
    }

    /** A ZIP nobody has sent before, with a program in it. */
    private static byte[] zip() {
        byte[] program = ("MZ\0\0 " + UUID.randomUUID()).getBytes(UTF_8);
        return Archive.ofText("a.txt").with("setup.exe", program).bytes();
    }
}
