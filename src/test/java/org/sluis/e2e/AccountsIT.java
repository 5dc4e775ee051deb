package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Stack;

/** Accounts kept through the portal: invited, changed, shut out; and what happens when the realm is away or disagrees. */
class AccountsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final List<String> ORDINARY = List.of(
            "id",
            "name",
            "email",
            "language",
            "title",
            "function",
            "phone",
            "mobile",
            "organisation",
            "employee",
            "active",
            "contactRoles",
            "organisationAdministrator");
    private static final List<String> OF_RENTAL = List.of("birthDate", "licencePlate", "trainingCertificate");

    private final Registry registry = new Registry();
    private final RestClient admin = registry.admin;
    private final Stack stack = registry.desk.stack;

    @Test
    void invitationMakesAnAccountAndWritesInThePersonsLanguage() throws Exception {
        String address = Registry.address();
        HttpResponse<byte[]> invited = registry.invite("""
                {"givenName":"Odette","familyName":"Dupont","email":"%s","language":"fr","roles":["inspector"],
                 "function":"auditor"}""".formatted(address.toUpperCase(Locale.ROOT)));
        assertThat(invited.statusCode()).isEqualTo(202);
        String proposal = RestClient.location(invited);
        String path = "/people/" + json(admin.get(proposal)).path("personId").asText();
        assertThat(registry.realm.find(address).isMissingNode()).isTrue();
        assertThat(problem(admin.post(proposal + "/consent", ""))).isEqualTo("/problems/own-proposal");
        assertThat(registry.second.post(proposal + "/consent", "").statusCode()).isEqualTo(204);
        JsonNode account = registry.realm.find(address);
        assertThat(account.path("enabled").asBoolean()).isTrue();
        assertThat(account.path("emailVerified").asBoolean(true)).isFalse();
        assertThat(registry.realm.credentials(address)).isEmpty();
        JsonNode person = json(admin.get(path));
        assertThat(person.path("name").asText()).isEqualTo("Odette Dupont");
        assertThat(person.path("employee").asBoolean()).isTrue();
        assertThat(json(admin.get(path + "/account")).path("roles").path(0).asText())
                .isEqualTo("inspector");
        assertThat(registry.mailsTo(address)).hasSize(1);
        assertThat(registry.mailsTo(address).get(0).getSubject()).contains("Mettre à jour");

        assertThat(problem(registry.invite("""
                {"givenName":"O","familyName":"D","email":"%s","roles":["client"]}""".formatted(address)))).isEqualTo("/problems/account-exists");
        assertThat(admin.post(path + "/account/invitation", "").statusCode()).isEqualTo(204);
        assertThat(registry.mailsTo(address)).hasSize(2);
    }

    @Test
    void refusesSenselessInvitationsWhole() {
        String address = Registry.address();
        for (String senseless : List.of(
                "\"givenName\":\"<b>\",\"familyName\":\"B\",\"roles\":[\"client\"]",
                "\"givenName\":\"A\",\"familyName\":\"B\",\"roles\":[]",
                "\"givenName\":\"A\",\"familyName\":\"B\",\"roles\":[\"client\"],\"organisationId\":\"%s\""
                        .formatted(UUID.randomUUID()),
                "\"givenName\":\"A\",\"roles\":[\"client\"]")) {
            HttpResponse<byte[]> refused = registry.invite("{\"email\":\"%s\",%s}".formatted(address, senseless));
            assertThat(problem(refused)).as(senseless).isEqualTo("/problems/invalid-member");
        }
        assertThat(problem(registry.invite("{\"email\":\"%s\",\"active\":true}".formatted(address))))
                .isEqualTo("/problems/unknown-member");
        assertThat(registry.realm.find(address).isMissingNode()).isTrue();
    }

    @Test
    void fieldsOfAPersonAreThoseOfTheTableForEveryRole() throws SQLException {
        String address = Registry.address();
        String person = registry.member(address, registry.organisation("RENTAL"));
        String path = "/people/" + person;
        assertThat(registry.patch(path, """
                {"birthDate":"1980-04-05","licencePlate":"1-ABC-234","trainingCertificate":"T 7"}""").statusCode()).isEqualTo(200);
        List<String> all = Stream.concat(ORDINARY.stream(), OF_RENTAL.stream()).toList();
        List<String> own =
                all.stream().filter(member -> !member.equals("active")).toList();
        RestClient member = new RestClient(stack, address);
        assertThat(Registry.members(json(admin.get(path)))).isEqualTo(all);
        assertThat(Registry.members(json(registry.desk.person("dpo").get(path))))
                .isEqualTo(all);
        assertThat(Registry.members(json(member.get("/me/profile")))).isEqualTo(own);
        assertThat(json(member.get("/me/profile")).path("birthDate").asText()).isEqualTo("1980-04-05");
        for (RestClient other : List.of(member, registry.desk.person("inspector-1"))) {
            assertThat(problem(other.get(path))).isEqualTo("/problems/role-missing");
        }
        assertThat(Registry.members(json(registry.desk.person("inspector-1").get("/me/profile"))))
                .doesNotContainAnyElementsOf(OF_RENTAL)
                .contains("function");

        String ordinary = "/people/" + registry.member(Registry.address(), registry.organisation("PRODUCER"));
        assertThat(Registry.members(json(admin.get(ordinary)))).isEqualTo(ORDINARY);
        assertThat(problem(registry.patch(ordinary, "{\"birthDate\":\"1980-04-05\"}")))
                .isEqualTo("/problems/invalid-member");
        assertThat(problem(registry.patch(
                        "/people/" + registry.desk.idOf("inspector-1"), "{\"contactRoles\":[\"QUALITY\"]}")))
                .isEqualTo("/problems/invalid-member");
        assertThat(trail("cast(facts as text) similar to '%(1980-04-05|ABC-234)%'"))
                .isEmpty();
    }

    @Test
    void namesAndLanguageAreChangedInTheAccountAndTheOldStateIsRefused() {
        String address = Registry.address();
        String path = "/people/" + registry.member(address, registry.organisation("OTHER"));
        String tag = admin.get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> changed =
                registry.patch(path, "{\"familyName\":\"Maes\",\"language\":\"fr\",\"title\":\"Mr\"}");
        assertThat(json(changed).path("name").asText()).isEqualTo("Mia Maes");
        JsonNode me = json(new RestClient(stack, address).get("/me"));
        assertThat(me.path("name").asText()).isEqualTo("Mia Maes");
        assertThat(me.path("language").asText()).isEqualTo("fr");
        assertThat(me.path("organisation").asText()).isNotEmpty();
        assertThat(problem(admin.call(
                        "PATCH",
                        path,
                        "{\"title\":\"Ms\"}",
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        tag)))
                .isEqualTo("/problems/stale");
        assertThat(problem(registry.patch(path, "{\"email\":\"client-a1@example.org\"}")))
                .isEqualTo("/problems/account-exists");
        assertThat(json(admin.get(path)).path("email").asText()).isEqualTo(address);
    }

    @Test
    void whoeverIsDisabledIsOutAndComesBackWhenEnabled() throws SQLException {
        String address = Registry.address();
        String path = "/people/" + registry.member(address, registry.organisation("OTHER"));
        RestClient member = new RestClient(stack, address);
        assertThat(member.get("/me").statusCode()).isEqualTo(200);

        assertThat(admin.post(path + "/disable", "").statusCode()).isEqualTo(204);
        Promise.within(PROMISED, () -> member.get("/me").statusCode() == 401);
        assertThat(registry.realm.find(address).path("enabled").asBoolean(true)).isFalse();
        assertThat(json(admin.get(path)).path("active").asBoolean(true)).isFalse();

        registry.realm.enable(address, true);
        RestClient again = new RestClient(stack, address);
        assertThat(again.get("/me").statusCode())
                .as("enabled in the realm only")
                .isEqualTo(401);
        registry.realm.enable(address, false);

        assertThat(admin.post(path + "/enable", "").statusCode()).isEqualTo(204);
        assertThat(new RestClient(stack, address).get("/me").statusCode()).isEqualTo(200);
        assertThat(trail("resource_id = '%s' and act like 'person-%%abled'".formatted(path.substring(8))))
                .containsExactly("person-disabled", "person-enabled");
    }

    @Test
    void rolesSessionsAndSecondFactorAreTheAdministratorsToChangeButNeverTheirOwn() {
        String address = Registry.address();
        String path = "/people/" + registry.member(address, registry.organisation("OTHER"));
        RestClient member = new RestClient(stack, address);
        assertThat(member.get("/me").statusCode()).isEqualTo(200);
        assertThat(admin.delete(path + "/account/sessions").statusCode()).isEqualTo(204);
        Promise.within(PROMISED, () -> member.get("/me").statusCode() == 401);

        assertThat(problem(roles(path, "[\"inspector\"]"))).isEqualTo("/problems/invalid-member");
        String organisation = json(admin.get(path)).at("/organisation/id").asText();
        admin.delete("/organisations/%s/members/%s".formatted(organisation, path.substring(8)));
        consented(roles(path, "[\"inspector\",\"dpo\"]"));
        assertThat(json(new RestClient(stack, address).get("/me")).path("roles").toString())
                .isEqualTo("[\"dpo\",\"inspector\"]");

        registry.realm.enrol(address);
        assertThat(json(admin.get(path + "/account")).path("secondFactors").toString())
                .isEqualTo("[\"otp\"]");
        consented(admin.delete(path + "/account/second-factor"));
        assertThat(registry.realm.credentials(address)).containsExactly("password");

        String self = "/people/" + registry.desk.idOf("admin");
        assertThat(problem(admin.post(self + "/disable", ""))).isEqualTo("/problems/own-account");
        assertThat(problem(roles(self, "[\"dpo\"]"))).isEqualTo("/problems/own-account");
        assertThat(problem(admin.delete(self + "/account/second-factor"))).isEqualTo("/problems/own-account");
    }

    @Test
    void organisationAdministratorsInviteAndDisableColleaguesAndNobodyElse() {
        String organisation = registry.organisation("PRODUCER");
        String chief = Registry.address();
        String chiefId = registry.member(chief, organisation);
        String other = registry.member(Registry.address(), registry.organisation("PRODUCER"));
        RestClient member = new RestClient(stack, chief);
        String invitation = "{\"givenName\":\"New\",\"familyName\":\"Colleague\",\"email\":\"%s\"}";
        assertThat(problem(member.get("/colleagues"))).isEqualTo("/problems/not-found");
        assertThat(problem(member.post("/colleagues", invitation.formatted(Registry.address()))))
                .isEqualTo("/problems/not-found");

        registry.patch("/people/" + chiefId, "{\"organisationAdministrator\":true}");
        String address = Registry.address();
        HttpResponse<byte[]> invited = member.post("/colleagues", invitation.formatted(address));
        assertThat(invited.statusCode()).isEqualTo(201);
        String colleague = json(invited).path("id").asText();
        JsonNode listed = json(member.get("/colleagues")).path("items");
        assertThat(listed.findValuesAsText("id")).containsExactly(colleague, chiefId);
        assertThat(Registry.members(listed.path(0)))
                .containsExactly("id", "name", "email", "function", "active", "organisationAdministrator");
        await().atMost(SOON).until(() -> admin.get("/people/" + colleague).statusCode() == 200);
        JsonNode seen = json(admin.get("/people/" + colleague));
        assertThat(seen.at("/organisation/id").asText()).isEqualTo(organisation);
        assertThat(json(admin.get("/people/" + colleague + "/account"))
                        .path("roles")
                        .toString())
                .isEqualTo("[\"client\"]");
        for (String more :
                List.of("\"roles\":[\"admin\"]", "\"organisationId\":\"x\"", "\"birthDate\":\"1980-01-01\"")) {
            assertThat(problem(member.post(
                            "/colleagues", "{\"givenName\":\"A\",\"familyName\":\"B\",%s}".formatted(more))))
                    .isEqualTo("/problems/unknown-member");
        }

        assertThat(member.post("/colleagues/%s/disable".formatted(colleague), "")
                        .statusCode())
                .isEqualTo(204);
        await().atMost(SOON)
                .until(() -> !registry.realm.find(address).path("enabled").asBoolean(true));
        for (String stranger : List.of(
                other, registry.desk.idOf("inspector-1"), UUID.randomUUID().toString())) {
            assertThat(problem(member.post("/colleagues/%s/disable".formatted(stranger), "")))
                    .isEqualTo("/problems/not-found");
        }
        assertThat(json(admin.get("/people/" + other)).path("active").asBoolean())
                .isTrue();
        assertThat(problem(member.post("/colleagues/%s/disable".formatted(chiefId), "")))
                .isEqualTo("/problems/own-account");
        String document = registry.desk.released();
        assertThat(problem(member.get("/documents/" + document))).isEqualTo("/problems/not-found");
        assertThat(problem(member.post("/documents/" + document + "/grants", "{}")))
                .isEqualTo("/problems/role-missing");
    }

    @Test
    void whileTheRealmIsSilentNothingIsDoneByHalves() throws Exception {
        String address = Registry.address();
        String path = "/people/" + registry.member(address, registry.organisation("OTHER"));
        String newcomer = Registry.address();
        stack.keycloak().suspend();
        try {
            for (HttpResponse<byte[]> refused : List.of(
                    registry.invite("""
                            {"givenName":"A","familyName":"B","email":"%s","roles":["client"]}""".formatted(newcomer)),
                    admin.post(path + "/disable", ""),
                    registry.patch(path, "{\"familyName\":\"Half\",\"title\":\"Half\"}"))) {
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(problem(refused)).isEqualTo("/problems/directory-away");
            }
            assertThat(json(admin.get(path)).path("active").asBoolean()).isTrue();
            assertThat(json(admin.get(path)).path("title").isNull()).isTrue();
        } finally {
            stack.keycloak().resume();
        }
        assertThat(json(admin.post("/directory/drift", "")).path("items").findValuesAsText("name"))
                .doesNotContain(newcomer);
        assertThat(registry.realm.find(newcomer).isMissingNode()).isTrue();
        JsonNode account = registry.realm.find(address);
        assertThat(account.path("enabled").asBoolean()).isTrue();
        assertThat(account.path("lastName").asText()).isEqualTo("Member");
        assertThat(json(admin.get("/people?q=" + newcomer)).path("items")).isEmpty();
        assertThat(trail("resource_id = '%s' and act in ('person-disabled', 'person-amended')"
                        .formatted(path.substring(8))))
                .isEmpty();
        assertThat(admin.post(path + "/disable", "").statusCode()).isEqualTo(204);
    }

    @Test
    void differencesBetweenAccountsAndPersonsAreTold() {
        String stray = Registry.address();
        registry.realm.create(stray);
        String gone = Registry.address();
        String goneId = registry.member(gone, registry.organisation("OTHER"));
        registry.realm.delete(gone);
        String shut = Registry.address();
        String shutId = registry.member(shut, registry.organisation("OTHER"));
        admin.post("/people/" + shutId + "/disable", "");
        registry.realm.enable(shut, true);

        JsonNode drift = json(admin.post("/directory/drift", ""));
        assertThat(kindOf(drift, "name", stray)).isEqualTo("ACCOUNT_WITHOUT_PERSON");
        assertThat(kindOf(drift, "person", goneId)).isEqualTo("PERSON_WITHOUT_ACCOUNT");
        assertThat(kindOf(drift, "person", shutId)).isEqualTo("ENABLED_THERE_ONLY");
        assertThat(json(admin.get("/directory/drift"))).isEqualTo(drift);
        assertThat(Registry.members(drift.path("items").path(0))).containsExactly("kind", "person", "account", "name");
        assertThat(Meter.of(registry.desk, "sluis_directory_drift{kind=\"ENABLED_THERE_ONLY\""))
                .isPositive();

        assertThat(problem(admin.post("/people/" + goneId + "/enable", ""))).isEqualTo("/problems/account-missing");
        assertThat(admin.post("/people/" + goneId + "/disable", "").statusCode())
                .isEqualTo(204);
        assertThat(admin.post("/people/" + shutId + "/disable", "").statusCode())
                .isEqualTo(204);
        registry.realm.delete(stray);
        JsonNode mended = json(admin.post("/directory/drift", ""));
        assertThat(kindOf(mended, "name", stray)).isEmpty();
        assertThat(kindOf(mended, "person", goneId)).isEmpty();
        assertThat(kindOf(mended, "person", shutId)).isEmpty();
    }

    @Test
    void anAccountMadeAgainUnderTheSameNameIsSomebodyElse() {
        String address = Registry.address();
        String first = registry.member(address, registry.organisation("OTHER"));
        RestClient before = new RestClient(stack, address);
        assertThat(json(before.get("/me")).path("id").asText()).isEqualTo(first);
        registry.realm.delete(address);
        Promise.within(PROMISED, () -> before.get("/me").statusCode() == 401);

        registry.realm.create(address);
        registry.realm.addRole(address, "client");
        JsonNode second = json(new RestClient(stack, address).get("/me"));
        assertThat(second.path("id").asText()).isNotEmpty().isNotEqualTo(first);
        assertThat(second.path("organisation").isNull()).isTrue();
        assertThat(before.get("/me").statusCode()).isEqualTo(401);
        registry.realm.delete(address);
        admin.post("/people/" + first + "/disable", "");
    }

    /** What was proposed is carried out with the word of a second administrator, and not before. */
    private void consented(HttpResponse<byte[]> proposed) {
        assertThat(proposed.statusCode()).isEqualTo(202);
        assertThat(registry.second
                        .post(RestClient.location(proposed) + "/consent", "")
                        .statusCode())
                .isEqualTo(204);
    }

    private HttpResponse<byte[]> roles(String path, String roles) {
        return admin.call(
                "PUT", path + "/account/roles", "{\"roles\":%s}".formatted(roles), "Content-Type", "application/json");
    }

    private static String kindOf(JsonNode drift, String member, String value) {
        for (JsonNode item : drift.path("items")) {
            if (item.path(member).asText().equals(value)) {
                return item.path("kind").asText();
            }
        }
        return "";
    }

    /** The acts in the trail that fit, oldest first. */
    private List<String> trail(String condition) throws SQLException {
        try (Connection database = stack.database().connect();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "select act from audit_entry where %s order by id".formatted(condition))) {
            List<String> acts = new ArrayList<>();
            while (found.next()) {
                acts.add(found.getString(1));
            }
            return acts;
        }
    }
}
