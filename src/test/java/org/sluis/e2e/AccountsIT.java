package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Stack;

/** Accounts kept through the portal: invited, changed, shut out. */
class AccountsIT {

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
        assertThat(registry.mailsTo(address).get(0).getSubject()).contains("vous invite sur Sluis");

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
        assertThat(registry.acts("cast(facts as text) similar to '%(1980-04-05|ABC-234)%'"))
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
        assertThat(registry.acts("resource_id = '%s' and act like 'person-%%abled'".formatted(path.substring(8))))
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
        RestClient before = new RestClient(stack, address);
        assertThat(registry.realm.sessions(address)).isNotEmpty();
        consented(roles(path, "[\"inspector\",\"dpo\"]"));
        assertThat(registry.realm.sessions(address)).as("at the realm too").isEmpty();
        assertThat(before.get("/me").statusCode()).isEqualTo(401);
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
}
