package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.access.GrantRequest;
import org.sluis.access.PrincipalRequest;
import org.sluis.platform.rest.RepeatableRequest;

/** Requests with an {@code Idempotency-Key}: done once, and answered alike however often they come. */
class IdempotencyIT {

    private final Desk desk = new Desk();
    private final RestClient admin = desk.person("admin");
    private final String key = UUID.randomUUID().toString();
    private final String title = "Batch " + key;

    @Test
    void sameUploadMakesOneDocument() {
        HttpResponse<byte[]> first = upload("client-a1", "first", "28 days", "\"" + key + "\"");
        HttpResponse<byte[]> again = upload("client-a1", "second", "28 days", key);
        assertThat(again.statusCode()).isIn(201, 202);
        assertThat(RestClient.location(again)).isEqualTo(RestClient.location(first));
        assertThat(json(again).path("id")).isEqualTo(json(first).path("id"));
        assertThat(documents()).isEqualTo(1);

        HttpResponse<byte[]> other = upload("client-a1", "third", "29 days", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(problem(other)).isEqualTo("/problems/key-reused");
        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void keyIsItsSendersAlone() {
        HttpResponse<byte[]> one = upload("client-a1", "b", "28 days", key);
        HttpResponse<byte[]> other = upload("client-b1", "b", "28 days", key);
        assertThat(RestClient.location(other)).isNotEqualTo(RestClient.location(one));
        assertThat(documents()).isEqualTo(2);
    }

    @Test
    void sameVersionIsSentOnce() {
        String document = desk.released();
        for (int i = 0; i < 2; i++) {
            assertThat(json(version("client-a1", document)).path("version").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void whoMayNotReviseAnyMoreIsRefusedTheVersionSentBefore() {
        String document = desk.released();
        desk.grant(document, "inspector-1", "REVISE");
        assertThat(version("inspector-1", document).statusCode()).isIn(201, 202);
        desk.grant(document, "inspector-1", "VIEW");
        assertThat(problem(version("inspector-1", document))).isEqualTo("/problems/right-missing");
        assertThat(denials("document-uploaded", document)).isEqualTo(1);
    }

    @Test
    void grantOnADocumentErasedSinceIsRefused() {
        String document = desk.released();
        assertThat(grant(document, "VIEW").statusCode()).isEqualTo(201);
        assertThat(admin.delete("/documents/" + document).statusCode()).isEqualTo(204);
        assertThat(problem(grant(document, "VIEW"))).isEqualTo("/problems/not-found");
        assertThat(denials("grant-given", document)).isEqualTo(1);
    }

    @Test
    void grantsOnADocumentErasedSinceAreRefused() {
        String erased = desk.released();
        String batch = """
                {"documentIds":["%s","%s"],"principals":[{"type":"PERSON","id":"%s"}],"right":"VIEW","purpose":"inspection"}""".formatted(desk.released(), erased, desk.idOf("inspector-1"));
        HttpResponse<byte[]> first = post("/grants/batch", batch);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(post("/grants/batch", batch).body()).isEqualTo(first.body());
        assertThat(admin.delete("/documents/" + erased).statusCode()).isEqualTo(204);
        assertThat(problem(post("/grants/batch", batch))).isEqualTo("/problems/not-found");
        assertThat(denials("grant-given", erased)).isEqualTo(1);
    }

    @Test
    void whoAdministersTheOrganisationNoMoreIsRefusedTheColleagueInvitedBefore() {
        Registry registry = new Registry();
        String address = Registry.address();
        String chief = "/people/" + registry.member(address, registry.organisation("PRODUCER"));
        registry.patch(chief, "{\"organisationAdministrator\":true}");
        RestClient member = new RestClient(desk.stack, address);
        String colleague =
                "{\"givenName\":\"New\",\"familyName\":\"Colleague\",\"email\":\"%s@example.org\"}".formatted(key);
        HttpResponse<byte[]> first = post(member, "/colleagues", colleague);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(post(member, "/colleagues", colleague).body()).isEqualTo(first.body());
        registry.patch(chief, "{\"organisationAdministrator\":false}");
        assertThat(problem(post(member, "/colleagues", colleague))).isEqualTo("/problems/not-found");
        assertThat(problem(post(member, "/colleagues", colleague.replace("New", "Other"))))
                .isEqualTo("/problems/not-found");
    }

    @Test
    void refusedFileIsRefusedAgainWithoutASecondDocument() {
        HttpResponse<byte[]> first = upload("client-a1", "b", "%PDF-1.7 no more", key);
        String document = desk.person("client-a1").refused(first);
        HttpResponse<byte[]> again = upload("client-a1", "b", "%PDF-1.7 no more", key);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(json(again).path("documentId").asText()).isEqualTo(document);
        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void sameGrantIsGivenOnce() {
        String document = desk.released();
        HttpResponse<byte[]> first = grant(document, "VIEW");
        HttpResponse<byte[]> again = grant(document, "VIEW");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(problem(grant(document, "DOWNLOAD"))).isEqualTo("/problems/key-reused");
    }

    @Test
    void sameInvitationIsSentOnce() {
        String invitation = invitation("client");
        HttpResponse<byte[]> first = post("/people", invitation);
        HttpResponse<byte[]> again = post("/people", invitation);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void sameInvitationIsProposedOnce() {
        desk.person("admin-2");
        String invitation = invitation("inspector");
        HttpResponse<byte[]> first = post("/people", invitation);
        HttpResponse<byte[]> again = post("/people", invitation);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(RestClient.location(again)).isEqualTo(RestClient.location(first));
        assertThat(again.body()).isEqualTo(first.body());
        String proposals = "select count(*) from account_change where email like '" + key + "%'";
        assertThat(desk.number(proposals)).isEqualTo(1);
    }

    private String invitation(String role) {
        return "{\"givenName\":\"Ada\",\"familyName\":\"Once\",\"email\":\"%s@example.org\",\"roles\":[\"%s\"]}"
                .formatted(key, role);
    }

    @Test
    void whatWasNotDoneMayComeAgain() {
        String document = desk.released();
        assertThat(problem(grant(document, "EVERYTHING"))).isEqualTo("/problems/invalid-member");
        assertThat(grant(document, "VIEW").statusCode()).isEqualTo(201);
    }

    @Test
    void requestThatIsBeingDoneIsNotDoneTwiceAndOneThatWasCutOffIsDone() {
        String document = desk.released();
        claim(document, "clock_timestamp() + interval '1 hour'");
        HttpResponse<byte[]> underWay = grant(document, "VIEW");
        assertThat(underWay.statusCode()).isEqualTo(409);
        assertThat(problem(underWay)).isEqualTo("/problems/request-under-way");
        assertThat(underWay.headers().firstValue("Retry-After")).isPresent();
        desk.change("update idempotent_request set claimed_until = clock_timestamp() where key = '" + key + "'");
        assertThat(grant(document, "VIEW").statusCode()).isEqualTo(201);
    }

    @Test
    void keyIsForgottenAfterADay() {
        String document = desk.released();
        String first = json(grant(document, "VIEW")).path("id").asText();
        desk.change("update idempotent_request set made_at = made_at - interval '25 hours' where key = '" + key + "'");
        HttpResponse<byte[]> later = grant(document, "DOWNLOAD");
        assertThat(later.statusCode()).isEqualTo(201);
        assertThat(json(later).path("id").asText()).isNotEqualTo(first);
    }

    @Test
    void whatIsNoKeyIsRefused() {
        HttpResponse<byte[]> refused = upload("client-a1", "b", "28 days", "a b");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("member").asText()).isEqualTo("Idempotency-Key");
    }

    private void claim(String document, String until) {
        GrantRequest request = new GrantRequest(
                new PrincipalRequest("PERSON", desk.idOf("inspector-1")), "VIEW", null, null, "inspection");
        String fingerprint = RepeatableRequest.of(key, "grant", document, request)
                .orElseThrow()
                .fingerprint()
                .hex();
        desk.change("""
                insert into idempotent_request (person_id, key, fingerprint, claim, claimed_until)
                values ('%s', '%s', '%s', gen_random_uuid(), %s)
                """.formatted(desk.idOf("admin"), key, fingerprint, until));
    }

    private HttpResponse<byte[]> grant(String document, String right) {
        return post(
                "/documents/" + document + "/grants",
                "{\"principal\":{\"type\":\"PERSON\",\"id\":\"%s\"},\"right\":\"%s\",\"purpose\":\"inspection\"}"
                        .formatted(desk.idOf("inspector-1"), right));
    }

    private long denials(String action, String document) {
        return desk.number(
                "select count(*) from audit_entry where act = '%s' and outcome = 'DENIED' and resource_id = '%s'"
                        .formatted(action, document));
    }

    private HttpResponse<byte[]> version(String account, String document) {
        return desk.person(account)
                .call(
                        "POST",
                        "/documents/" + document + "/versions",
                        BodyPublishers.ofByteArray(form("b", "", "another")),
                        "Content-Type",
                        "multipart/form-data; boundary=b",
                        "Idempotency-Key",
                        key);
    }

    private HttpResponse<byte[]> post(String path, String json) {
        return post(admin, path, json);
    }

    private HttpResponse<byte[]> post(RestClient person, String path, String json) {
        return person.call("POST", path, json, "Content-Type", "application/json", "Idempotency-Key", key);
    }

    /** Each time with another boundary, as programs do. */
    private HttpResponse<byte[]> upload(String account, String boundary, String content, String sentKey) {
        String metadata = "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title);
        return desk.person(account)
                .call(
                        "POST",
                        "/documents",
                        BodyPublishers.ofByteArray(form(boundary, metadata, content)),
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary,
                        "Idempotency-Key",
                        sentKey);
    }

    private static byte[] form(String boundary, String metadata, String content) {
        String first = metadata.isEmpty()
                ? ""
                : "--%s\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n%s\r\n"
                        .formatted(boundary, metadata);
        return "%s--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.txt\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(first, boundary, content, boundary)
                .getBytes(StandardCharsets.UTF_8);
    }

    private long documents() {
        return desk.number("select count(*) from document where title = '" + title + "'");
    }
}
