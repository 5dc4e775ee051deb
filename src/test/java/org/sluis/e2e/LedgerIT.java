package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.Actions;
import org.sluis.Route;
import org.sluis.inspection.Archive;
import org.sluis.inspection.PdfSample;
import org.sluis.kernel.AuditAction;

/**
 * Every address of the API that changes something, each called so that it does: each leaves its entry, and no entry is of an
 * action, or says a fact, that no room declares. Pages do the same by the same use cases; {@code RecordedActsTest} follows both.
 */
class LedgerIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final String WHY = "{\"reason\":\"it is time\"}";

    private final Registry registry = new Registry();
    private final Desk desk = registry.desk;
    private final RestClient admin = registry.admin;
    private final RestClient second = registry.second;
    private final RestClient client = desk.person("client-a1");
    private final Outbreak outbreak = new Outbreak(desk);
    private final Set<String> walked = new TreeSet<>();

    @AfterEach
    void everythingIsWellAgain() throws Exception {
        desk.stack.clamd().resume();
        outbreak.close();
        await().atMost(SOON).until(desk.stack.portal()::isReady);
    }

    @Test
    void everyChangeLeavesTheEntryThatItsRoomDeclares() throws Exception {
        String begun = one("select clock_timestamp()");
        documents();
        piecewise();
        grants();
        secondLooks();
        copies();
        quarantine();
        accounts();
        proposals();
        colleagues();
        organisations();
        teams();
        assertThat(walked)
                .isEqualTo(Route.inTheManual().stream()
                        .filter(route -> CHANGING.contains(route.verb()))
                        .map(Route::address)
                        .collect(Collectors.toCollection(TreeSet::new)));
        requireDeclared(begun);
    }

    private void documents() {
        HttpResponse<byte[]> sent = leaves(
                "document-uploaded", "POST /api/documents", () -> client.upload(Desk.REPORT, "report.txt", Desk.TEXT));
        String id = client.released(sent);
        String address = "/documents/" + id;
        leaves(
                "document-uploaded",
                "POST /api/documents/{id}/versions",
                () -> client.upload(address + "/versions", "", "report.txt", Desk.TEXT));
        leaves(
                "document-downloaded",
                "POST /api/documents/archive",
                () -> client.post("/documents/archive", "{\"ids\":[\"%s\"]}".formatted(id)));
        leaves(
                "document-amended",
                "PATCH /api/documents/{id}",
                () -> client.call(
                        "PATCH",
                        address,
                        "{\"title\":\"Strength of batch 8\"}",
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        "*"));
        leaves("document-erased", "DELETE /api/documents/{id}", () -> admin.delete(address));
    }

    private void piecewise() {
        TusClient tus = new TusClient(client);
        HttpResponse<byte[]> begun = leaves(
                "upload-begun",
                "POST /api/uploads",
                () -> tus.tryToBegin(Desk.TEXT.length, TusClient.metadata(TusClient.REPORT)));
        leaves(
                "document-uploaded",
                "PATCH /api/uploads/{id}",
                () -> tus.send(RestClient.location(begun), 0, Desk.TEXT));
        String other = tus.begin(Desk.TEXT.length, TusClient.REPORT);
        leaves("upload-given-up", "DELETE /api/uploads/{id}", () -> tus.end(other));
    }

    private void grants() {
        String id = desk.released();
        String principal = "{\"type\":\"PERSON\",\"id\":\"%s\"}".formatted(desk.idOf("inspector-1"));
        HttpResponse<byte[]> given = leaves(
                "grant-given",
                "POST /api/documents/{document}/grants",
                () -> admin.post(
                        "/documents/" + id + "/grants",
                        "{\"principal\":%s,\"right\":\"VIEW\",\"purpose\":\"inspection\"}".formatted(principal)));
        leaves(
                "grant-revoked",
                "DELETE /api/documents/{document}/grants/{grant}",
                () -> admin.delete("/documents/%s/grants/%s".formatted(id, idIn(given))));
        leaves(
                "grant-given",
                "POST /api/grants/batch",
                () -> admin.post(
                        "/grants/batch",
                        "{\"documentIds\":[\"%s\"],\"principals\":[%s],\"right\":\"VIEW\",\"purpose\":\"inspection\"}"
                                .formatted(id, principal)));
    }

    private void secondLooks() {
        String id = refusedZip();
        String look = "/documents/" + id + "/versions/1/second-look";
        leaves(
                "second-look-asked",
                "POST /api/documents/{id}/versions/{number}/second-look",
                () -> client.post(look, WHY));
        leaves(
                "second-look-withdrawn",
                "DELETE /api/documents/{id}/versions/{number}/second-look",
                () -> client.delete(look));
        leaves(
                "content-discarded",
                "POST /api/quarantine/{id}/discard",
                () -> admin.call("POST", "/quarantine/" + version(id) + "/discard", ""));
        String declined = lookedFor();
        leaves(
                "second-look-declined",
                "POST /api/quarantine/{id}/second-look/refusal",
                () -> admin.post("/quarantine/" + declined + "/second-look/refusal", WHY));
        String lifted = "/quarantine/" + lookedFor() + "/reinstatement";
        HttpResponse<byte[]> proposed = leaves(
                "reinstatement-proposed", "POST /api/quarantine/{id}/reinstatement", () -> admin.post(lifted, WHY));
        leaves(
                "reinstatement-declined",
                "DELETE /api/quarantine/{id}/reinstatement/{proposal}",
                () -> admin.delete(lifted + "/" + idIn(proposed)));
        HttpResponse<byte[]> again = admin.post(lifted, WHY);
        leaves(
                "rule-lifted",
                "POST /api/quarantine/{id}/reinstatement/{proposal}/consent",
                () -> second.call("POST", lifted + "/" + idIn(again) + "/consent", ""));
    }

    private void copies() {
        byte[] scripted = new PdfSample()
                .catalog("OpenAction", PdfSample.dictionary("S", "JavaScript", "JS", "(app.alert(1))"))
                .bytes();
        String copy =
                "/documents/" + client.refused(client.upload(Desk.REPORT, "form.pdf", scripted)) + "/cleaned-copy";
        HttpResponse<byte[]> proposed = leaves(
                "copy-proposed",
                "POST /api/documents/{id}/cleaned-copy/proposal",
                () -> client.call("POST", copy + "/proposal", ""));
        leaves(
                "copy-sent",
                "POST /api/documents/{id}/cleaned-copy",
                () -> client.post(
                        copy,
                        "{\"proposal\":\"%s\"}"
                                .formatted(RestClient.json(proposed)
                                        .path("proposal")
                                        .asText())));
    }

    private void quarantine() throws Exception {
        desk.stack.clamd().suspend();
        await().atMost(SOON).until(() -> !desk.stack.portal().isReady());
        String waiting = RestClient.json(client.handIn(Desk.REPORT, "report.txt", Desk.TEXT))
                .path("id")
                .asText();
        leaves(
                "check-hastened",
                "POST /api/quarantine/{id}/retry",
                () -> admin.call("POST", "/quarantine/" + version(waiting) + "/retry", ""));
        leaves("rescan-begun", "POST /api/quarantine/rescan", () -> admin.post("/quarantine/rescan", WHY));
        desk.stack.clamd().resume();
        await().atMost(SOON).until(desk.stack.portal()::isReady);
    }

    private void accounts() {
        String address = Registry.address();
        HttpResponse<byte[]> invited =
                leaves("person-invited", "POST /api/people", () -> registry.invite("""
                {"givenName":"Mia","familyName":"Member","email":"%s","language":"nl","roles":["client"]}""".formatted(address)));
        String path = "/people/" + idIn(invited);
        leaves(
                "person-invited-again",
                "POST /api/people/{id}/account/invitation",
                () -> admin.post(path + "/account/invitation", ""));
        registry.realm.welcome(address);
        leaves("person-amended", "PATCH /api/people/{id}", () -> registry.patch(path, "{\"title\":\"Ir\"}"));
        leaves(
                "person-given-roles",
                "PUT /api/people/{id}/account/roles",
                () -> admin.call(
                        "PUT",
                        path + "/account/roles",
                        "{\"roles\":[\"client\"]}",
                        "Content-Type",
                        "application/json"));
        leaves(
                "person-signed-out",
                "DELETE /api/people/{id}/account/sessions",
                () -> admin.delete(path + "/account/sessions"));
        registry.realm.enrol(address);
        leaves(
                "person-second-factor-reset",
                "DELETE /api/people/{id}/account/second-factor",
                () -> admin.delete(path + "/account/second-factor"));
        leaves("person-disabled", "POST /api/people/{id}/disable", () -> admin.post(path + "/disable", ""));
        leaves("person-enabled", "POST /api/people/{id}/enable", () -> admin.post(path + "/enable", ""));
        leaves("directory-compared", "POST /api/directory/drift", () -> admin.post("/directory/drift", ""));
    }

    private void proposals() {
        Supplier<String> proposal = () -> RestClient.location(registry.invite("""
                {"givenName":"Eva","familyName":"Employee","email":"%s","roles":["inspector"]}""".formatted(Registry.address())));
        String declined = proposal.get();
        leaves("account-change-declined", "DELETE /api/account-changes/{id}", () -> second.delete(declined));
        String accepted = proposal.get();
        leaves(
                "account-change-consented",
                "POST /api/account-changes/{id}/consent",
                () -> second.post(accepted + "/consent", ""));
    }

    private void colleagues() {
        String address = Registry.address();
        String chief = registry.member(address, registry.organisation("PRODUCER"));
        registry.patch("/people/" + chief, "{\"organisationAdministrator\":true}");
        RestClient member = new RestClient(desk.stack, address);
        HttpResponse<byte[]> invited = leaves(
                "person-invited",
                "POST /api/colleagues",
                () -> member.post("/colleagues", """
                        {"givenName":"New","familyName":"Colleague","email":"%s"}""".formatted(Registry.address())));
        leaves(
                "invitation-withdrawn",
                "POST /api/colleagues/{id}/disable",
                () -> member.post("/colleagues/%s/disable".formatted(idIn(invited)), ""));
    }

    private void organisations() {
        HttpResponse<byte[]> founded = leaves(
                "organisation-founded",
                "POST /api/organisations",
                () -> admin.post(
                        "/organisations",
                        "{\"name\":\"%s\",\"type\":\"OTHER\"}".formatted(Registry.unique("Organisation"))));
        String path = "/organisations/" + idIn(founded);
        leaves(
                "organisation-amended",
                "PATCH /api/organisations/{id}",
                () -> registry.patch(path, "{\"city\":\"Gent\"}"));
        String member = path + "/members/" + registry.member(Registry.address(), registry.organisation("OTHER"));
        leaves(
                "member-joined",
                "PUT /api/organisations/{organisation}/members/{person}",
                () -> admin.call("PUT", member, ""));
        leaves("member-left", "DELETE /api/organisations/{organisation}/members/{person}", () -> admin.delete(member));
    }

    private void teams() {
        HttpResponse<byte[]> founded = leaves(
                "team-founded",
                "POST /api/teams",
                () -> admin.post("/teams", "{\"name\":\"%s\"}".formatted(Registry.unique("Team"))));
        String member = "/teams/%s/members/%s".formatted(idIn(founded), desk.idOf("inspector-1"));
        leaves("team-joined", "PUT /api/teams/{team}/members/{person}", () -> admin.call("PUT", member, ""));
        leaves("team-left", "DELETE /api/teams/{team}/members/{person}", () -> admin.delete(member));
    }

    /** One more entry of that act, of somebody who was allowed it. */
    private HttpResponse<byte[]> leaves(String act, String route, Supplier<HttpResponse<byte[]>> call) {
        String entries =
                "select count(*) from audit_entry where act = '%s' and outcome = 'ALLOWED' and actor_id is not null"
                        .formatted(act);
        long before = desk.number(entries);
        HttpResponse<byte[]> answer = call.get();
        assertThat(answer.statusCode())
                .as(route + " " + new String(answer.body(), UTF_8))
                .isBetween(200, 299);
        assertThat(desk.number(entries)).as(route).isEqualTo(before + 1);
        walked.add(route);
        return answer;
    }

    /** What the tests have done to the portal itself from then on, by people and by the portal. */
    private void requireDeclared(String since) throws SQLException {
        Map<String, Set<String>> declared = Actions.declared().stream()
                .collect(Collectors.toMap(
                        AuditAction::code,
                        action -> Arrays.stream(action.facts().getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.toSet())));
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select a.act, fact.name from audit_entry a
                        left join lateral jsonb_object_keys(a.facts) fact(name) on true
                        where a.at > '%s' group by 1, 2
                        """.formatted(since))) {
            while (rows.next()) {
                assertThat(declared).containsKey(rows.getString(1));
                if (rows.getString(2) != null) {
                    assertThat(declared.get(rows.getString(1))).contains(rows.getString(2));
                }
            }
        }
    }

    /** A version of a refused document whose sender waits for administrators. */
    private String lookedFor() {
        String id = refusedZip();
        assertThat(client.post("/documents/" + id + "/versions/1/second-look", WHY)
                        .statusCode())
                .isEqualTo(201);
        return version(id);
    }

    private String refusedZip() {
        byte[] program = ("MZ\0\0 " + UUID.randomUUID()).getBytes(UTF_8);
        return client.refused(client.upload(
                Desk.REPORT,
                "files.zip",
                Archive.ofText("a.txt").with("setup.exe", program).bytes()));
    }

    /** The version of a document on the quarantine desk. */
    private String version(String document) {
        for (String state : List.of("REJECTED", "CHECKING")) {
            for (JsonNode item : RestClient.json(admin.get("/quarantine?limit=200&state=" + state))
                    .path("items")) {
                if (item.path("documentId").asText().equals(document)) {
                    return item.path("id").asText();
                }
            }
        }
        throw new AssertionError("not on the desk");
    }

    private static String idIn(HttpResponse<byte[]> answer) {
        return RestClient.json(answer).path("id").asText();
    }

    private String one(String query) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
