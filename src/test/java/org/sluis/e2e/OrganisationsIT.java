package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Organisations and teams: what is kept of them, and who belongs to them. */
class OrganisationsIT {

    private final Registry registry = new Registry();
    private final RestClient admin = registry.admin;

    @Test
    void keepsWhatIsToldAndChecksTheNumber() {
        String name = Registry.unique("<script>alert(1)</script> & Zonen");
        HttpResponse<byte[]> founded = admin.post("/organisations", """
                {"name":"%s","type":"PRODUCER","street":"Jules Bordetlaan 11","postalCode":"1140","city":"Brussel",
                 "country":"BE","vatNumber":"0537.294.282","phone":"+32 2 234 67 60"}""".formatted(name));
        assertThat(founded.statusCode()).isEqualTo(201);
        String address = RestClient.location(founded);
        JsonNode organisation = json(admin.get(address));
        assertThat(organisation).isEqualTo(json(founded));
        assertThat(Registry.members(organisation))
                .containsExactly("id", "name", "type", "street", "postalCode", "city", "country", "vatNumber", "phone");
        assertThat(organisation.path("name").asText()).isEqualTo(name);
        assertThat(organisation.path("vatNumber").asText()).isEqualTo("BE0537294282");

        HttpResponse<byte[]> refused = registry.patch(address, "{\"vatNumber\":\"BE0537294281\"}");
        assertThat(problem(refused)).isEqualTo("/problems/invalid-member");
        assertThat(json(refused).path("reason").asText()).isEqualTo("checksum");
        assertThat(json(admin.get("/organisations?q=%3Cscript%3E"))
                        .path("items")
                        .findValuesAsText("name"))
                .contains(name);
        assertThat(Registry.members(json(registry.desk.person("dpo").get(address))))
                .isEqualTo(Registry.members(organisation));
    }

    @Test
    void changesOnlyAgainstTheStateThatWasRead() {
        String address = "/organisations/" + registry.organisation("OTHER");
        String tag = admin.get(address).headers().firstValue("ETag").orElseThrow();
        assertThat(registry.patch(address, "{\"city\":\"Gent\"}").statusCode()).isEqualTo(200);
        assertThat(problem(patch(address, "{\"city\":\"Luik\"}", "If-Match", tag)))
                .isEqualTo("/problems/stale");
        assertThat(problem(patch(address, "{\"city\":\"Luik\"}"))).isEqualTo("/problems/precondition-required");
        assertThat(problem(patch(address, "{\"owner\":\"me\"}", "If-Match", "*")))
                .isEqualTo("/problems/unknown-member");
        assertThat(problem(patch(address, "{\"name\":null}", "If-Match", "*"))).isEqualTo("/problems/invalid-member");
        assertThat(json(admin.get(address)).path("city").asText()).isEqualTo("Gent");
        assertThat(json(registry.patch(address, "{\"city\":null}")).path("city").isNull())
                .isTrue();
    }

    @Test
    void namesAreTakenOnce() {
        String name = Registry.unique("Twice");
        assertThat(admin.post("/organisations", "{\"name\":\"%s\"}".formatted(name))
                        .statusCode())
                .isEqualTo(201);
        assertThat(problem(admin.post("/organisations", "{\"name\":\"%s\"}".formatted(name))))
                .isEqualTo("/problems/name-taken");
        String other = "/organisations/" + registry.organisation("OTHER");
        assertThat(problem(registry.patch(other, "{\"name\":\"%s\"}".formatted(name))))
                .isEqualTo("/problems/name-taken");
    }

    @Test
    void membershipIsToldToTheAccountAndEndsWithWhatItBrought() {
        String rental = registry.organisation("RENTAL");
        String other = registry.organisation("PRODUCER");
        String address = Registry.address();
        String person = registry.member(address, rental);
        RestClient member = new RestClient(registry.desk.stack, address);
        assertThat(json(member.get("/me")).path("organisation").asText())
                .isEqualTo(
                        json(admin.get("/organisations/" + rental)).path("name").asText());
        registry.patch("/organisations/" + rental, "{\"name\":\"%s\"}".formatted(Registry.unique("Renamed")));
        assertThat(json(member.get("/me")).path("organisation").asText()).startsWith("Renamed");
        assertThat(registry.patch("/people/" + person, """
                {"birthDate":"1980-04-05","contactRoles":["QUALITY"],"organisationAdministrator":true}""").statusCode()).isEqualTo(200);

        String membership = "/organisations/%s/members/" + person;
        assertThat(admin.call("PUT", membership.formatted(other), "").statusCode())
                .isEqualTo(204);
        assertThat(json(admin.get("/organisations/" + rental + "/members")).path("items"))
                .isEmpty();
        JsonNode moved = json(admin.get("/organisations/" + other + "/members"))
                .path("items")
                .path(0);
        assertThat(Registry.members(moved))
                .containsExactly("id", "name", "email", "active", "contactRoles", "organisationAdministrator");
        assertThat(moved.path("contactRoles")).isEmpty();
        assertThat(moved.path("organisationAdministrator").asBoolean(true)).isFalse();
        JsonNode kept = json(registry.desk.person("dpo").get("/people/" + person));
        assertThat(kept.path("birthDate").isNull()).isTrue();
        assertThat(json(member.get("/me")).path("organisation").asText()).startsWith("Organisation-");

        assertThat(problem(admin.delete(membership.formatted(rental)))).isEqualTo("/problems/not-found");
        assertThat(admin.delete(membership.formatted(other)).statusCode()).isEqualTo(204);
        assertThat(json(member.get("/me")).path("organisation").isNull()).isTrue();
    }

    @Test
    void employeesBelongToTeamsAndNotToOrganisations() {
        String inspector = registry.desk.idOf("inspector-1");
        String organisation = registry.organisation("OTHER");
        assertThat(problem(admin.call("PUT", "/organisations/%s/members/%s".formatted(organisation, inspector), "")))
                .isEqualTo("/problems/invalid-member");

        String name = Registry.unique("Team");
        String team = json(admin.post("/teams", "{\"name\":\"%s\"}".formatted(name)))
                .path("id")
                .asText();
        assertThat(problem(admin.post("/teams", "{\"name\":\"%s\"}".formatted(name))))
                .isEqualTo("/problems/name-taken");
        assertThat(problem(admin.post("/teams", "{\"name\":\"\"}"))).isEqualTo("/problems/invalid-member");
        String membership = "/teams/%s/members/%s".formatted(team, inspector);
        assertThat(admin.call("PUT", membership, "").statusCode()).isEqualTo(204);
        assertThat(problem(
                        admin.call("PUT", "/teams/%s/members/%s".formatted(team, registry.desk.idOf("client-a1")), "")))
                .isEqualTo("/problems/invalid-member");
        JsonNode listed = json(admin.get("/teams?q=" + name)).path("items").path(0);
        assertThat(Registry.members(listed)).containsExactly("id", "name", "members");
        assertThat(listed.path("members").asInt()).isEqualTo(1);
        assertThat(json(admin.get("/teams/" + team + "/members")).path("items").findValuesAsText("id"))
                .containsExactly(inspector);
        assertThat(admin.delete(membership).statusCode()).isEqualTo(204);
        assertThat(problem(admin.delete(membership))).isEqualTo("/problems/not-found");
        assertThat(problem(admin.get("/teams/" + UUID.randomUUID() + "/members")))
                .isEqualTo("/problems/not-found");
    }

    @Test
    void listsArePagedByKeyAlike() {
        for (int number = 0; number < 3; number++) {
            registry.organisation("LABORATORY");
            admin.post("/teams", "{\"name\":\"%s\"}".formatted(Registry.unique("Paged")));
        }
        for (String list : List.of("/organisations", "/teams")) {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = json(admin.get(list + "?limit=2" + cursor));
                seen.addAll(page.path("items").findValuesAsText("id"));
                cursor = page.path("nextCursor").isNull()
                        ? ""
                        : "&cursor=" + page.path("nextCursor").asText();
            } while (!cursor.isEmpty());
            assertThat(seen)
                    .hasSizeGreaterThan(2)
                    .containsExactlyElementsOf(
                            json(admin.get(list + "?limit=200")).path("items").findValuesAsText("id"));
            assertThat(problem(admin.get(list + "?limit=0"))).isEqualTo("/problems/invalid-member");
        }
    }

    private HttpResponse<byte[]> patch(String address, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/merge-patch+json"));
        all.addAll(List.of(headers));
        return admin.call("PATCH", address, json, all.toArray(String[]::new));
    }
}
