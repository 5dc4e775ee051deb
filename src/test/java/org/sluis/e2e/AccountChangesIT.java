package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.location;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Stack;

/** Power over an employee's account changes hands by two people's word, and never by halves. */
class AccountChangesIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Registry registry = new Registry();
    private final HttpClient http = HttpClient.newHttpClient();
    private final RestClient admin = registry.admin;
    private final RestClient second = registry.second;
    private final Stack stack = registry.desk.stack;

    @Test
    void employeesAddressChangesByTwoAdministratorsAndTheOldAddressIsTold() throws Exception {
        registry.desk.person("dpo");
        String address = Registry.address();
        String path = "/people/" + registry.employee(address, "inspector");
        String other = Registry.address();

        HttpResponse<byte[]> asked = registry.patch(path, "{\"email\":\"%s\",\"title\":\"Ir\"}".formatted(other));
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(asked).path("title").asText()).isEqualTo("Ir");
        assertThat(json(asked).path("email").asText()).isEqualTo(address);
        assertThat(registry.realm.find(other).isMissingNode()).isTrue();
        JsonNode waiting = json(admin.get(location(asked)));
        assertThat(waiting.path("kind").asText()).isEqualTo("ADDRESS");
        assertThat(waiting.path("email").asText()).isEqualTo(other);
        assertThat(waiting.at("/proposedBy/id").asText()).isEqualTo(registry.desk.idOf("admin"));
        assertThat(problem(registry.patch(path, "{\"email\":\"%s\"}".formatted(Registry.address()))))
                .isEqualTo("/problems/conflict");
        assertThat(problem(registry.desk.person("inspector-1").get(location(asked))))
                .isEqualTo("/problems/role-missing");

        assertThat(second.post(location(asked) + "/consent", "").statusCode()).isEqualTo(204);
        assertThat(json(admin.get(path)).path("email").asText()).isEqualTo(other);
        assertThat(registry.realm.find(other).path("emailVerified").asBoolean(true))
                .isFalse();
        assertThat(problem(admin.get(location(asked)))).isEqualTo("/problems/not-found");
        assertThat(problem(second.post(location(asked) + "/consent", ""))).isEqualTo("/problems/conflict");
        for (String told : new String[] {address, "admin@example.org", "admin-2@example.org", "dpo@example.org"}) {
            await().atMost(SOON).until(() -> isTold(told, "account"));
        }
        assertThat(isTold(other, "Your account was changed")).isFalse();
        assertThat(registry.desk.number(
                        "select count(*) from account_change where person_id = '%s' and email is not null"
                                .formatted(path.substring(8))))
                .isZero();
    }

    /** Whoever shuts another administrator out does not act unseen by it. */
    @Test
    void administratorIsShutOutByOneAndToldAndLetInAgainByTwo() throws SQLException {
        registry.desk.person("dpo");
        String address = Registry.address();
        String person = registry.employee(address, "admin");
        String told = "select count(*) from notice where state = 'SENT' and subject_id = '%s' and kind = '%s'";
        String oneself = told.formatted(person, "ACCOUNT_CHANGED") + " and recipient_id = '%s'".formatted(person);
        await().atMost(SOON).until(() -> registry.desk.number(oneself) == 1);
        long overseen = registry.desk.number(told.formatted(person, "ACCOUNT_CHANGED_OVERSIGHT"));

        assertThat(admin.post("/people/%s/disable".formatted(person), "").statusCode())
                .isEqualTo(204);
        await().atMost(SOON).until(() -> registry.desk.number(oneself) == 2);
        await().atMost(SOON).until(() -> registry.desk.number(told.formatted(person, "OWN_ACCOUNT_CHANGED")) == 1);
        await().atMost(SOON)
                .until(() -> registry.desk.number(told.formatted(person, "ACCOUNT_CHANGED_OVERSIGHT")) > overseen);

        HttpResponse<byte[]> asked = admin.post("/people/%s/enable".formatted(person), "");
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(json(admin.get(location(asked))).path("kind").asText()).isEqualTo("ENABLED");
        assertThat(json(admin.get("/people/" + person)).path("active").asBoolean(true))
                .isFalse();
        assertThat(second.post(location(asked) + "/consent", "").statusCode()).isEqualTo(204);
        assertThat(json(admin.get("/people/" + person)).path("active").asBoolean())
                .isTrue();
        assertThat(new RestClient(stack, address).get("/me").statusCode()).isEqualTo(200);
        registry.realm.delete(address);
    }

    @Test
    void proposalsAreWithdrawnOrDeclinedAndThenNothingHappens() {
        String address = Registry.address();
        for (RestClient who : new RestClient[] {admin, second}) {
            HttpResponse<byte[]> proposed = registry.invite("""
                    {"givenName":"Odd","familyName":"One","email":"%s","roles":["admin"]}""".formatted(address));
            assertThat(proposed.statusCode()).isEqualTo(202);
            assertThat(problem(registry.invite("""
                    {"givenName":"Odd","familyName":"One","email":"%s","roles":["admin"]}""".formatted(address.toUpperCase(Locale.ROOT)))))
                    .isEqualTo("/problems/conflict");
            String proposal = location(proposed);
            assertThat(json(second.get("/account-changes")).path("items").findValuesAsText("id"))
                    .contains(proposal.substring(proposal.lastIndexOf('/') + 1));
            assertThat(who.delete(proposal).statusCode()).isEqualTo(204);
            assertThat(problem(who.delete(proposal))).isEqualTo("/problems/conflict");
            assertThat(problem(second.post(proposal + "/consent", ""))).isEqualTo("/problems/conflict");
        }
        assertThat(registry.realm.find(address).isMissingNode()).isTrue();
    }

    /** One of them is carried out, and nothing of the other is left. */
    @Test
    void samePersonIsInvitedOnceWhereTwoAskAtTheSameTime() throws SQLException {
        String address = Registry.address();
        String invitation = """
                {"givenName":"Odd","familyName":"Twin","email":"%s","roles":["client"]}""".formatted(address);
        List<CompletableFuture<HttpResponse<byte[]>>> asked = Stream.of(admin, second)
                .map(who -> CompletableFuture.supplyAsync(() -> who.post("/people", invitation)))
                .toList();
        assertThat(asked).extracting(answer -> answer.join().statusCode()).containsExactlyInAnyOrder(201, 409);
        assertThat(registry.desk.number("select count(*) from person where email = '%s'".formatted(address)))
                .isEqualTo(1);
    }

    @Test
    void whoeverTheProposerInvitedCannotConsent() {
        String address = Registry.address();
        registry.employee(address, "admin");
        RestClient third = new RestClient(stack, address);
        HttpResponse<byte[]> proposed = registry.invite("""
                {"givenName":"Odd","familyName":"One","email":"%s","roles":["dpo"]}""".formatted(Registry.address()));
        assertThat(problem(third.post(location(proposed) + "/consent", ""))).isEqualTo("/problems/not-independent");
        assertThat(third.delete(location(proposed)).statusCode()).isEqualTo(204);

        HttpResponse<byte[]> theirs = third.post("/people", """
                {"givenName":"Odd","familyName":"Two","email":"%s","roles":["dpo"]}""".formatted(Registry.address()));
        assertThat(problem(admin.post(location(theirs) + "/consent", ""))).isEqualTo("/problems/not-independent");
        assertThat(second.post(location(theirs) + "/consent", "").statusCode()).isEqualTo(204);
        registry.realm.delete(address);
    }

    /** What a node leaves behind that dies between the realm and the portal. */
    @Test
    void changeThatBrokeOffIsEnded() throws SQLException {
        String address = Registry.address();
        String person = registry.member(address, registry.organisation("OTHER"));
        left("'%s', 'DISABLED', null, null, null, null, null".formatted(person));
        await().atMost(SOON)
                .until(() ->
                        !json(admin.get("/people/" + person)).path("active").asBoolean(true));
        assertThat(registry.realm.find(address).path("enabled").asBoolean(true)).isFalse();

        String newcomer = Registry.address();
        UUID made = UUID.randomUUID();
        left("'%s', 'INVITATION', 'Nele', 'Nieuw', '%s', 'nl', 'CLIENT'".formatted(made, newcomer));
        await().atMost(SOON).until(() -> admin.get("/people/" + made).statusCode() == 200);
        assertThat(json(admin.get("/people/" + made + "/account")).path("roles").toString())
                .isEqualTo("[\"client\"]");
        assertThat(registry.desk.number("select count(*) from account_change where state = 'RUNNING' and person_id in "
                        + "('%s', '%s')".formatted(person, made)))
                .isZero();
    }

    @Test
    void noTransactionIsOpenWhileTheRealmIsAsked() throws Exception {
        String person = registry.member(Registry.address(), registry.organisation("OTHER"));
        stack.keycloak().suspend();
        try {
            CompletableFuture<HttpResponse<byte[]>> shut =
                    CompletableFuture.supplyAsync(() -> admin.post("/people/%s/disable".formatted(person), ""));
            await().atMost(SOON)
                    .until(() -> registry.desk.number(
                                    "select count(*) from account_change where state = 'RUNNING' and person_id = '%s'"
                                            .formatted(person))
                            == 1);
            try (Connection connection = stack.database().connect();
                    Statement statement = connection.createStatement()) {
                assertThat(statement
                                .executeQuery("select from person where id = '%s' for update nowait".formatted(person))
                                .next())
                        .isTrue();
            }
            assertThat(problem(shut.get())).isEqualTo("/problems/directory-away");
        } finally {
            stack.keycloak().resume();
        }
        assertThat(admin.post("/people/%s/disable".formatted(person), "").statusCode())
                .isEqualTo(204);
    }

    @Test
    void addressesWithUnusualSignsAreInvitedAndAChangedOneIsFreeForOthers() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String organisation = registry.organisation("OTHER");
        for (String address : new String[] {"d'hondt.jan@%s.be".formatted(mark), "a&b@%s.be".formatted(mark)}) {
            String person = registry.member(address, organisation);
            assertThat(json(new RestClient(stack, address).get("/me"))
                            .path("id")
                            .asText())
                    .isEqualTo(person);
        }
        String former = Registry.address();
        registry.realm.create(former);
        registry.realm.addRole(former, "client");
        String person =
                json(new RestClient(stack, former).get("/me")).path("id").asText();
        assertThat(registry.patch("/people/" + person, "{\"email\":\"%s\"}".formatted(Registry.address()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(registry.member(former, organisation)).isNotEqualTo(person);
    }

    @Test
    void membersInviteOnlySoManyInADay() throws SQLException {
        String organisation = registry.organisation("PRODUCER");
        String chief = Registry.address();
        String id = registry.member(chief, organisation);
        registry.patch("/people/" + id, "{\"organisationAdministrator\":true}");
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into account_change (id, person_id, kind, organisation_id, roles, ordered_by, ordered_as,
                        ordered_at, state, ended_at, next_attempt_at)
                    select gen_random_uuid(), gen_random_uuid(), 'INVITATION', '%s', 'CLIENT', '%s', 'CLIENT', now(),
                        'DONE', now(), now()
                    from generate_series(1, 20)
                    """.formatted(organisation, id));
        }
        HttpResponse<byte[]> refused =
                new RestClient(stack, chief).post("/colleagues", """
                {"givenName":"One","familyName":"More","email":"%s"}""".formatted(Registry.address()));
        assertThat(problem(refused)).isEqualTo("/problems/too-many-requests");
        assertThat(json(refused).path("detail").asText()).contains("20 people").contains("tomorrow");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    /** In Keycloak's own account pages, by the interface behind them. */
    @Test
    void nobodyChangesTheirOwnNameOrAddressInKeycloak() throws Exception {
        String address = Registry.address();
        registry.member(address, registry.organisation("OTHER"));
        registry.realm.addClient("""
                {"clientId":"account-test","publicClient":true,"directAccessGrantsEnabled":true,"fullScopeAllowed":true,
                 "standardFlowEnabled":false,"defaultClientScopes":["basic","profile","email","roles"]}""");
        try {
            String token = stack.tokens()
                    .answer("account-test", address)
                    .path("access_token")
                    .asText();
            JsonNode mine = json(account(token, ""));
            assertThat(mine.path("email").asText()).isEqualTo(address);
            for (String change : new String[] {
                "{\"email\":\"%s\",\"firstName\":\"Mia\",\"lastName\":\"Member\"}".formatted(Registry.address()),
                "{\"email\":\"%s\",\"firstName\":\"Somebody\",\"lastName\":\"Else\"}".formatted(address)
            }) {
                assertThat(account(token, change).statusCode()).as(change).isEqualTo(400);
            }
            JsonNode kept = registry.realm.find(address);
            assertThat(kept.path("firstName").asText()).isEqualTo("Mia");
        } finally {
            registry.realm.removeClient("account-test");
        }
    }

    /** The realm could let members change it one day; what nobody has verified is still nobody's. */
    @Test
    void addressThatNobodyVerifiedIsNotTakenOver() {
        String address = Registry.address();
        String person = registry.member(address, registry.organisation("OTHER"));
        RestClient member = new RestClient(stack, address);
        assertThat(json(member.get("/me")).path("email").asText()).isEqualTo(address);
        registry.realm.rename(address, "Renamed", "victim-" + address);
        await().atMost(SOON)
                .until(() -> json(member.get("/me")).path("name").asText().endsWith("Renamed"));
        assertThat(json(member.get("/me")).path("email").asText()).isEqualTo(address);
        assertThat(json(admin.get("/people/" + person)).path("email").asText()).isEqualTo(address);
    }

    /** A change that was entered and not ended, as {@code admin} ordered it a while ago. */
    private void left(String what) throws SQLException {
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into account_change (person_id, kind, given_name, family_name, email, language, roles, id,
                        ordered_by, ordered_as, ordered_at, state, attempts, next_attempt_at)
                    values (%s, gen_random_uuid(), '%s', 'ADMIN', now() - interval '1 hour', 'RUNNING', 1, now())
                    """.formatted(what, registry.desk.idOf("admin")));
        }
    }

    private boolean isTold(String address, String subject) throws MessagingException {
        return registry.mailsTo(address).stream().anyMatch(mail -> {
            try {
                return mail.getSubject().contains(subject);
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
    }

    private HttpResponse<byte[]> account(String token, String change) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(stack.settings().keycloakUrl() + "/realms/sluis/account/"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        return http.send(
                (change.isEmpty() ? request.GET() : request.POST(BodyPublishers.ofString(change))).build(),
                BodyHandlers.ofByteArray());
    }
}
