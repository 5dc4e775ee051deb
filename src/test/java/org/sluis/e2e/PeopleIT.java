package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding the people that rights can be given to. */
class PeopleIT {

    private final Desk desk = new Desk();
    private final RestClient admin = desk.person("admin");

    @Test
    void findsByNameOrAddressWithTheDeclaredMembersOnly() {
        String id = desk.idOf("client-a1");
        JsonNode found = json(admin.get("/people?q=CLIENT-A1"));
        assertThat(found.path("items").findValuesAsText("id")).containsExactly(id);
        JsonNode person = found.path("items").get(0);
        List<String> members = new ArrayList<>();
        person.fieldNames().forEachRemaining(members::add);
        assertThat(members)
                .containsExactly(
                        "id", "name", "email", "organisation", "employee", "roles", "active", "invited", "lastSignIn");
        assertThat(person.path("employee").asBoolean()).isFalse();
        assertThat(person.path("organisation").asText()).isNotEmpty();
        desk.idOf("inspector-1");
        assertThat(json(admin.get("/people?q=inspector-1"))
                        .at("/items/0/employee")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void pagesByKey() {
        List.of("client-a1", "client-a2", "inspector-1").forEach(desk::idOf);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(admin.get("/people?limit=1" + cursor));
            seen.addAll(page.path("items").findValuesAsText("id"));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        json(admin.get("/people?limit=200")).path("items").findValuesAsText("id"))
                .contains(desk.idOf("client-a1"), desk.idOf("client-a2"), desk.idOf("inspector-1"));
    }

    @Test
    void wildcardsAreOrdinaryCharactersAndSenselessWordsAreRefused() {
        assertThat(json(admin.get("/people?q=%25")).path("items")).isEmpty();
        assertThat(json(admin.get("/people?q=_")).path("items")).isEmpty();
        assertThat(json(admin.get("/people?q='%20or%201=1--")).path("items")).isEmpty();
        for (String senseless : List.of("?q=" + "a".repeat(201), "?q=%00", "?limit=0", "?limit=x", "?cursor=x")) {
            assertThat(problem(admin.get("/people" + senseless))).as(senseless).isEqualTo("/problems/invalid-member");
        }
    }

    @Test
    void isForAdministratorsAlone() {
        for (String account : List.of("client-a1", "inspector-1", "dpo")) {
            assertThat(problem(desk.person(account).get("/people?q=a"))).isEqualTo("/problems/role-missing");
        }
    }
}
