package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Stack;

/** Whoever invites a colleague does not learn that the address has an account with another organisation; its owner is told. */
class ColleagueInvitationsIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String INVITED = "Een organisatie heeft u uitgenodigd";

    private final Registry registry = new Registry();
    private final RestClient admin = registry.admin;
    private final Stack stack = registry.desk.stack;
    private final String organisation = registry.organisation("PRODUCER");
    private final String chief = Registry.address();
    private final String owner = Registry.address();
    private final String fresh = Registry.address();
    private RestClient member = admin;

    @BeforeEach
    void administer() {
        String id = registry.member(chief, organisation);
        registry.patch("/people/" + id, "{\"organisationAdministrator\":true}");
        member = new RestClient(stack, chief);
        registry.member(owner, registry.organisation("PRODUCER"));
        assertThat(new RestClient(stack, owner).get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void addressWithAnAccountIsAnsweredLikeANewOneAndItsOwnerIsTold() throws Exception {
        HttpResponse<byte[]> forNew = invite(fresh);
        HttpResponse<byte[]> forKnown = invite(owner);
        requireAlike(forNew, forKnown);
        assertThat(forNew.statusCode()).isEqualTo(201);
        String newId = json(forNew).path("id").asText();
        String knownId = json(forKnown).path("id").asText();
        JsonNode listed = json(member.get("/colleagues")).path("items");
        requireListedAlike(listed);

        await().atMost(SOON).until(() -> mailsAbout(owner) == 1);
        await().atMost(SOON).until(() -> registry.mailsTo(fresh).size() == 1);
        await().atMost(SOON).until(() -> admin.get("/people/" + newId).statusCode() == 200);
        assertThat(admin.get("/people/" + knownId).statusCode()).isEqualTo(404);
        String name =
                json(admin.get("/organisations/" + organisation)).path("name").asText();
        assertThat(text(registry.mailsTo(owner).stream()
                        .filter(ColleagueInvitationsIT::isAbout)
                        .findFirst()
                        .orElseThrow()))
                .contains(name, "U hebt hier al een account");
        assertThat(outcome(newId)).isEqualTo("invitation-carried-out");
        assertThat(outcome(knownId)).isEqualTo("invitation-address-known");
        assertThat(json(member.get("/colleagues")).path("items")).isEqualTo(listed);

        requireAlike(invite(fresh), invite(owner));
        assertThat(RestClient.problem(invite(owner))).isEqualTo("/problems/account-exists");
        requireAlike(disable(newId), disable(knownId));
        requireListedAlike(json(member.get("/colleagues")).path("items"));
        await().atMost(SOON)
                .until(() -> !json(admin.get("/people/" + newId)).path("active").asBoolean(true));
        assertThat(registry.realm.find(fresh).path("enabled").asBoolean(true)).isFalse();
        requireListedAlike(json(member.get("/colleagues")).path("items"));
        assertThat(new RestClient(stack, owner).get("/me").statusCode()).isEqualTo(200);
        assertThat(mailsAbout(owner)).isEqualTo(1);
    }

    /** The one whose account was made and shut gets another, the other one another mail, and the organisation sees no difference. */
    @Test
    void addressThatWasTakenBackIsInvitedAgain() throws Exception {
        HttpResponse<byte[]> forNew = invite(fresh);
        HttpResponse<byte[]> forKnown = invite(owner);
        String first = json(forNew).path("id").asText();
        await().atMost(SOON).until(() -> admin.get("/people/" + first).statusCode() == 200);
        await().atMost(SOON).until(() -> mailsAbout(owner) == 1);
        String left = registry.realm.find(fresh).path("id").asText();
        requireAlike(disable(first), disable(json(forKnown).path("id").asText()));

        HttpResponse<byte[]> again = invite(fresh);
        assertThat(again.statusCode()).isEqualTo(201);
        requireAlike(again, invite(owner));
        JsonNode listed = json(member.get("/colleagues")).path("items");
        assertThat(listed).hasSize(5);
        for (int newer = 0; newer < 4; newer += 2) {
            requireAlike(listed.path(newer), listed.path(newer + 1));
        }
        assertThat(listed.path(0).path("active").asBoolean()).isTrue();
        assertThat(listed.path(2).path("active").asBoolean(true)).isFalse();

        String second = json(again).path("id").asText();
        await().atMost(SOON).until(() -> admin.get("/people/" + second).statusCode() == 200);
        await().atMost(SOON).until(() -> mailsAbout(owner) == 2);
        assertThat(registry.mailsTo(fresh)).hasSize(2);
        assertThat(registry.realm.find(fresh).path("id").asText()).isNotEqualTo(left);
        assertThat(json(admin.get("/people/" + first)).path("active").asBoolean(true))
                .isFalse();
        assertThat(json(member.get("/colleagues")).path("items")).isEqualTo(listed);
        requireAlike(invite(fresh), invite(owner));
        assertThat(RestClient.problem(invite(fresh))).isEqualTo("/problems/account-exists");
        registry.realm.welcome(fresh);
        assertThat(json(new RestClient(stack, fresh).get("/me")).path("id").asText())
                .isEqualTo(second);
    }

    @Test
    void answerDoesNotWaitForTheRealm() throws Exception {
        assertThat(member.get("/colleagues").statusCode()).isEqualTo(200);
        String inTime;
        stack.keycloak().suspend();
        try {
            HttpResponse<byte[]> forNew = invite(fresh);
            assertThat(forNew.statusCode()).isEqualTo(201);
            requireAlike(forNew, invite(owner));
            requireListedAlike(json(member.get("/colleagues")).path("items"));
            inTime = json(forNew).path("id").asText();
            requireAlike(
                    disable(inTime),
                    disable(json(member.get("/colleagues")).at("/items/0/id").asText()));
        } finally {
            stack.keycloak().resume();
        }
        String late = Registry.address();
        String lateId = json(invite(late)).path("id").asText();
        await().atMost(SOON).until(() -> admin.get("/people/" + lateId).statusCode() == 200);
        assertThat(registry.realm.find(fresh).isMissingNode())
                .as("what was taken back in time")
                .isTrue();
        await().atMost(SOON).until(() -> outcome(inTime).equals("invitation-came-to-nothing"));
        assertThat(mailsAbout(owner)).isZero();
    }

    @Test
    void whoeverSignsInIsAColleagueLikeAllOthers() {
        HttpResponse<byte[]> invited = invite(fresh);
        String id = json(invited).path("id").asText();
        await().atMost(SOON).until(() -> admin.get("/people/" + id).statusCode() == 200);
        registry.realm.welcome(fresh);
        assertThat(json(new RestClient(stack, fresh).get("/me")).path("id").asText())
                .isEqualTo(id);
        assertThat(registry.desk.number("select count(*) from colleague_invitation where id = '%s'".formatted(id)))
                .isZero();
        assertThat(json(member.get("/colleagues")).path("items").findValuesAsText("id"))
                .contains(id);
        assertThat(disable(id).statusCode()).isEqualTo(204);
        assertThat(registry.realm.find(fresh).path("enabled").asBoolean(true)).isFalse();
    }

    private HttpResponse<byte[]> invite(String address) {
        return member.post("/colleagues", """
                {"givenName":"Some","familyName":"Colleague","email":"%s","language":"fr","function":"foreman"}""".formatted(address));
    }

    private HttpResponse<byte[]> disable(String id) {
        return member.post("/colleagues/%s/disable".formatted(id), "");
    }

    private static void requireAlike(HttpResponse<byte[]> one, HttpResponse<byte[]> other) {
        assertThat(other.statusCode()).isEqualTo(one.statusCode());
        assertThat(headers(other)).isEqualTo(headers(one));
        assertThat(shape(other)).isEqualTo(shape(one));
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    private static String shape(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8)
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "an identifier");
    }

    /** The two that were invited are the last registered, and differ in identifier and address alone. */
    private static void requireListedAlike(JsonNode listed) {
        assertThat(listed).hasSize(3);
        requireAlike(listed.path(0), listed.path(1));
    }

    private static void requireAlike(JsonNode one, JsonNode other) {
        List<ObjectNode> both = List.of(one.deepCopy(), other.deepCopy());
        both.forEach(colleague -> colleague.remove(List.of("id", "email")));
        assertThat(both.get(1)).isEqualTo(both.get(0));
    }

    private String outcome(String person) {
        for (String act : List.of("invitation-carried-out", "invitation-address-known", "invitation-came-to-nothing")) {
            if (registry.desk.number(
                            "select count(*) from audit_entry where act = '%s' and resource_id = '%s' and actor_id is null"
                                    .formatted(act, person))
                    == 1) {
                return act;
            }
        }
        return "none";
    }

    private long mailsAbout(String address) throws MessagingException {
        return registry.mailsTo(address).stream()
                .filter(ColleagueInvitationsIT::isAbout)
                .count();
    }

    private static boolean isAbout(MimeMessage mail) {
        try {
            return mail.getSubject().equals(INVITED);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        mail.writeTo(raw);
        return raw.toString(StandardCharsets.UTF_8).replace("=\r\n", "");
    }
}
