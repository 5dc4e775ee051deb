package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Stack;

/** Members who administer their organisation, and how far that goes. */
class OrganisationAdministratorsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Registry registry = new Registry();
    private final RestClient admin = registry.admin;
    private final Stack stack = registry.desk.stack;

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
                .containsExactly("id", "name", "email", "function", "active", "invited", "organisationAdministrator");
        assertThat(listed.findValuesAsText("invited")).containsExactly("true", "false");
        await().atMost(SOON).until(() -> admin.get("/people/" + colleague).statusCode() == 200);
        JsonNode found = json(admin.get("/people?q=" + address)).at("/items/0");
        assertThat(found.path("invited").asBoolean()).isTrue();
        assertThat(found.path("roles").toString()).isEqualTo("[\"client\"]");
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
}
