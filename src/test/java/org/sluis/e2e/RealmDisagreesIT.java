package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Stack;

/** What happens to accounts when the realm is away, or knows others than the portal. */
class RealmDisagreesIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final Registry registry = new Registry();
    private final RestClient admin = registry.admin;
    private final Stack stack = registry.desk.stack;

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
        assertThat(registry.acts("resource_id = '%s' and act in ('person-disabled', 'person-amended')"
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

    private static String kindOf(JsonNode drift, String member, String value) {
        for (JsonNode item : drift.path("items")) {
            if (item.path(member).asText().equals(value)) {
                return item.path("kind").asText();
            }
        }
        return "";
    }
}
