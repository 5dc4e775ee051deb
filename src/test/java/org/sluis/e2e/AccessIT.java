package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** Who may see what, over REST: nothing tells a foreign document from one that never was, and grants go where they are meant. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessIT {

    private static final byte[] TEXT = "28 days: 52,5 N/mm2\n".getBytes(StandardCharsets.UTF_8);
    private static final String REVISION = "{\"title\":\"x\"}";

    private final Stack stack = SharedStack.get();
    private final RestClient sender = new RestClient(stack, "client-a1");
    private final RestClient colleague = new RestClient(stack, "client-a2");
    private final RestClient stranger = new RestClient(stack, "client-b1");
    private final RestClient inspector = new RestClient(stack, "inspector-1");
    private final RestClient admin = new RestClient(stack, "admin");
    private final RestClient dpo = new RestClient(stack, "dpo");

    @BeforeAll
    void everybodyHasSignedInOnce() {
        List.of(sender, colleague, stranger, inspector, admin, dpo)
                .forEach(person -> assertThat(person.get("/me").statusCode()).isEqualTo(200));
    }

    @Test
    void foreignAndRandomAreAlikeByStatusBodyHeadersTagAndRange() {
        String foreign = uploaded("Strength of batch 9");
        String grant = RestClient.json(admin.get("/documents/" + foreign + "/grants"))
                .path("items")
                .path(0)
                .path("id")
                .asText();
        for (RestClient person : List.of(colleague, stranger, inspector, dpo)) {
            for (String below : List.of(
                    "",
                    "/content",
                    "/content?version=1",
                    "/content?disposition=inline",
                    "/versions",
                    "/grants",
                    "/grants/" + grant)) {
                for (String method : List.of("GET", "HEAD", "OPTIONS", "PATCH", "DELETE", "PUT", "POST")) {
                    assertAlike(person, method, foreign, below);
                }
            }
            assertAlike(person, "GET", foreign, "/content", "Range", "bytes=0-3");
            assertAlike(person, "GET", foreign, "/content", "Range", "bytes=900-");
            assertAlike(person, "GET", foreign, "/content", "If-None-Match", "*");
            assertAlike(person, "GET", foreign, "/content", "If-Range", "\"x\"", "Range", "bytes=0-3");
            assertAlike(person, "GET", foreign, "", "Accept-Language", "nl");
        }
    }

    private static void assertAlike(RestClient person, String method, String foreign, String below, String... headers) {
        String body = method.equals("PATCH") || method.equals("POST") ? REVISION : "";
        String[] sent = new String[headers.length + 2];
        System.arraycopy(headers, 0, sent, 0, headers.length);
        sent[headers.length] = "Content-Type";
        sent[headers.length + 1] = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        HttpResponse<byte[]> seen = person.call(method, "/documents/" + foreign + below, body, sent);
        HttpResponse<byte[]> random = person.call(method, "/documents/" + UUID.randomUUID() + below, body, sent);
        assertThat(seen.statusCode()).as("%s %s", method, below).isEqualTo(random.statusCode());
        assertThat(seen.body()).as("%s %s", method, below).isEqualTo(random.body());
        assertThat(steady(seen)).as("%s %s", method, below).isEqualTo(steady(random));
        assertThat(seen.statusCode()).as("%s %s", method, below).isNotEqualTo(500);
    }

    /** All headers but the time of the answer. */
    private static Map<String, List<String>> steady(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeIf("date"::equalsIgnoreCase);
        return headers;
    }

    @Test
    void foreignDocumentsMoveNothingInListSearchAndCursor() {
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String before = page(stranger, "?limit=200");
        String foreign = uploaded(word);
        assertThat(page(stranger, "?limit=200")).isEqualTo(before);
        assertThat(page(stranger, "?q=" + word)).isEqualTo(page(stranger, "?q=" + word + "x"));
        assertThat(page(stranger, "?limit=1&q=" + word)).contains("\"nextCursor\":null");
        assertThat(page(sender, "?q=" + word)).contains(foreign);
        String cursor = RestClient.json(sender.get("/documents?limit=1"))
                .path("nextCursor")
                .asText();
        assertThat(page(stranger, "?cursor=" + cursor)).doesNotContain(foreign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%25",
                "q=_",
                "q=%27%20or%201%3D1--",
                "q=%5C",
                "q=%27%29%3B%20drop%20table%20document%3B--",
                "q=%24%7B8*8%7D"
            })
    void searchTakesEveryCharacterForItself(String query) {
        String plain = uploaded("Plain");
        HttpResponse<byte[]> found = sender.get("/documents?" + query);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(RestClient.json(found).path("items").findValuesAsText("id")).doesNotContain(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category=%27%20or%20%27%27%3D%27",
                "cursor=%27",
                "cursor=AAAA",
                "dossierId=1%20or%201%3D1",
                "state=AVAILABLE%27",
                "uploadedAfter=now()",
                "limit=0",
                "limit=201",
                "q=%00"
            })
    void senselessParametersAreRefused(String query) {
        assertThat(sender.get("/documents?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void filtersByDossier() {
        uploaded("Without dossier");
        assertThat(RestClient.json(sender.get("/documents?dossierId=" + UUID.randomUUID()))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void grantsToAnOrganisationReachItsMembersAlone() {
        String id = uploaded("For the plant");
        assertThat(colleague.get("/documents/" + id).statusCode()).isEqualTo(404);
        assertThat(grant(id, "ORGANISATION", organisationOf("client-a2@"), "DOWNLOAD")
                        .statusCode())
                .isEqualTo(201);
        assertThat(colleague.get("/documents/" + id + "/content").body()).isEqualTo(TEXT);
        assertThat(page(colleague, "?limit=200")).contains(id);
        assertThat(stranger.get("/documents/" + id).statusCode()).isEqualTo(404);
        assertThat(inspector.get("/documents/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void senselessGrantsAndBatchesAreRefusedWhole() {
        String id = uploaded("Batch");
        String person = idOf(inspector);
        for (String batch : List.of(
                "{}",
                batch("[]", principal("PERSON", person)),
                batch("null", principal("PERSON", person)),
                batch("[null]", principal("PERSON", person)),
                batch(quoted(id), "[]"),
                batch(quoted(id), "null"),
                batch(quoted(id), "[null]"),
                batch(quoted(id), principal("TEAM", person)),
                batch(quoted(id), principal("PERSON", UUID.randomUUID().toString())),
                batch(quoted(id), principal("EVERYBODY", person)),
                batch("[\"all\"]", principal("PERSON", person)),
                batch(quoted(id), principal("PERSON", person)).replace("DOWNLOAD", "OWN"),
                batch(quoted(id), principal("PERSON", person)).replace("purpose", "reason"))) {
            assertThat(admin.post("/grants/batch", batch).statusCode())
                    .as(batch)
                    .isEqualTo(400);
        }
        String half = "[\"%s\",\"%s\"]".formatted(id, UUID.randomUUID());
        assertThat(admin.post("/grants/batch", batch(half, principal("PERSON", person)))
                        .statusCode())
                .isEqualTo(404);
        String good = batch(quoted(id), principal("PERSON", person));
        for (RestClient nobody : List.of(sender, inspector, dpo)) {
            assertThat(nobody.post("/grants/batch", good).statusCode()).isEqualTo(403);
        }
        assertThat(inspector.get("/documents/" + id).statusCode()).isEqualTo(404);
        HttpResponse<byte[]> granted = admin.post("/grants/batch", good);
        assertThat(granted.statusCode()).isEqualTo(201);
        assertThat(RestClient.json(granted).path("ids")).hasSize(1);
        assertThat(inspector.get("/documents/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorsGrantToThemselvesNeedsAPurposeAndIsRecorded() {
        String id = uploaded("For myself");
        String self = idOf(admin);
        assertThat(admin.post(
                                "/documents/" + id + "/grants",
                                "{\"principal\":%s,\"right\":\"DOWNLOAD\"}".formatted(one("PERSON", self)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.get("/documents/" + id + "/content").statusCode()).isEqualTo(403);
        assertThat(grant(id, "PERSON", self, "DOWNLOAD").statusCode()).isEqualTo(201);
        assertThat(admin.get("/documents/" + id + "/content").statusCode()).isEqualTo(200);
        assertThat(recorded("grant-given-to-oneself", id)).isEqualTo(1);
    }

    @Test
    void theDpoLearnsWhoCouldReadAndWhyButNotWhatItIs() {
        Instant before = Instant.now();
        String id = uploaded("Time machine");
        grant(id, "PERSON", idOf(inspector), "VIEW");
        JsonNode now = RestClient.json(dpo.get("/documents/" + id + "/access"));
        assertThat(now.path("state").asText()).isEqualTo("AVAILABLE");
        assertThat(now.findValuesAsText("purpose")).containsExactlyInAnyOrder("upload", "inspection");
        JsonNode then = RestClient.json(dpo.get("/documents/" + id + "/access?at=" + before.minusSeconds(60)));
        assertThat(then.path("readers")).isEmpty();
        assertThat(dpo.get("/documents/" + id).statusCode()).isEqualTo(404);

        String path = "/documents/" + id + "/access/" + idOf(inspector);
        JsonNode yes = RestClient.json(dpo.get(path, "Accept-Language", "fr"));
        assertThat(yes.path("visible").asBoolean()).isTrue();
        assertThat(yes.path("right").asText()).isEqualTo("VIEW");
        assertThat(yes.path("rules").findValuesAsText("code"))
                .containsExactly("account-active", "state-shows", "grant-live");
        assertThat(yes.path("rules").path(0).path("text").asText()).isEqualTo("Le compte est actif.");
        JsonNode no = RestClient.json(admin.get("/documents/" + id + "/access/" + idOf(stranger)));
        assertThat(no.path("visible").asBoolean()).isFalse();
        assertThat(no.path("grants")).isEmpty();
    }

    @Test
    void accessIsToldToAdministratorsAndTheDpoAlone() {
        String id = uploaded("Access");
        for (RestClient person : List.of(sender, inspector)) {
            assertThat(person.get("/documents/" + id + "/access").statusCode()).isEqualTo(403);
            assertThat(person.get("/documents/" + id + "/access/" + idOf(sender))
                            .statusCode())
                    .isEqualTo(403);
        }
        for (String path : List.of(
                UUID.randomUUID() + "/access",
                UUID.randomUUID() + "/access/" + idOf(sender),
                id + "/access/" + id,
                id + "/access/x")) {
            assertThat(dpo.get("/documents/" + path).statusCode()).isEqualTo(404);
        }
        assertThat(dpo.get("/documents/" + id + "/access?at=2099-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
        assertThat(dpo.get("/documents/" + id + "/access?at=yesterday").statusCode())
                .isEqualTo(400);
    }

    @Test
    void connectionsSharedByManyPeopleAtOnceNeverMixThem() {
        String id = uploaded("Shared connection");
        IntStream.range(0, 200).parallel().forEach(i -> {
            boolean mine = i % 3 == 0;
            RestClient person = mine ? sender : i % 3 == 1 ? stranger : admin;
            HttpResponse<byte[]> list = person.get("/documents?limit=200&q=Shared");
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(new String(list.body(), StandardCharsets.UTF_8).contains(id))
                    .isEqualTo(i % 3 != 1);
            assertThat(stranger.get("/documents/" + id).statusCode()).isEqualTo(404);
        });
    }

    private String uploaded(String title) {
        return sender.released(
                sender.upload("{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title), "report.txt", TEXT));
    }

    private HttpResponse<byte[]> grant(String id, String type, String principal, String right) {
        return admin.post(
                "/documents/" + id + "/grants",
                "{\"principal\":%s,\"right\":\"%s\",\"purpose\":\"inspection\"}"
                        .formatted(one(type, principal), right));
    }

    private static String batch(String documents, String principals) {
        return "{\"documentIds\":%s,\"principals\":%s,\"right\":\"DOWNLOAD\",\"purpose\":\"inspection\"}"
                .formatted(documents, principals);
    }

    private static String principal(String type, String id) {
        return "[" + one(type, id) + "]";
    }

    private static String one(String type, String id) {
        return "{\"type\":\"%s\",\"id\":\"%s\"}".formatted(type, id);
    }

    private static String quoted(String id) {
        return "[\"" + id + "\"]";
    }

    private static String page(RestClient person, String query) {
        return new String(person.get("/documents" + query).body(), StandardCharsets.UTF_8);
    }

    private static String idOf(RestClient person) {
        return RestClient.json(person.get("/me")).path("id").asText();
    }

    private String organisationOf(String email) {
        return asked("select organisation_id from person where email like ? || '%'", email);
    }

    private int recorded(String act, String document) {
        return Integer.parseInt(asked(
                "select count(*) from audit_entry where act = '" + act + "' and resource_id = cast(? as uuid)",
                document));
    }

    private String asked(String question, String value) {
        try (Connection connection = stack.database().connect();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, value);
            try (ResultSet answer = statement.executeQuery()) {
                assertThat(answer.next()).isTrue();
                return answer.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
