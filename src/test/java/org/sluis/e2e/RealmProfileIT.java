package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.people.TriedLabels;
import org.sluis.stack.RealmAdministration;

/** What an account may be called: the realm that is shipped takes whatever the portal takes, which asks before it orders. */
class RealmProfileIT {

    private static final String ANY_NAME = "Anybody";
    private static final String ANY_ADDRESS = "anybody@rule.example";

    private final Registry registry = new Registry();
    private final RealmAdministration realm = registry.realm;

    /** Of the portal's half {@code LabelRuleTest} asks the same. */
    @Test
    void realmTakesWhatThePortalTakesAndRefusesWhatItRefuses() {
        assertThat(TriedLabels.GOOD_NAMES).allMatch(name -> realm.takes(name, ANY_ADDRESS));
        assertThat(TriedLabels.BAD_NAMES).noneMatch(name -> realm.takes(name, ANY_ADDRESS));
        assertThat(TriedLabels.GOOD_ADDRESSES).allMatch(address -> realm.takes(ANY_NAME, address));
        assertThat(TriedLabels.BAD_ADDRESSES).noneMatch(address -> realm.takes(ANY_NAME, address));
        assertThat(TriedLabels.UNWANTED_ADDRESSES).allMatch(address -> realm.takes(ANY_NAME, address));
    }

    @Test
    void senselessNamesAndAddressesAreRefusedAtTheOrderAndNothingIsEntered() {
        String organisation = registry.organisation("PRODUCER");
        String chief = Registry.address();
        String id = registry.member(chief, organisation);
        registry.patch("/people/" + id, "{\"organisationAdministrator\":true}");
        RestClient member = new RestClient(registry.desk.stack, chief);
        String changes = "select count(*) from account_change where person_id = '%s' or organisation_id = '%s'"
                .formatted(id, organisation);
        long before = registry.desk.number(changes);
        for (String[] senseless : List.of(
                new String[] {"givenName", "Jan (QA)", "Peeters", ANY_ADDRESS},
                new String[] {"familyName", "Jan", "Peeters; jr", ANY_ADDRESS},
                new String[] {"familyName", "Jan", "P".repeat(101), ANY_ADDRESS},
                new String[] {"email", "Jan", "Peeters", "a..b@rule.example"},
                new String[] {"email", "Jan", "Peeters", "l".repeat(65) + "@rule.example"})) {
            String labels = "\"givenName\":\"%s\",\"familyName\":\"%s\",\"email\":\"%s\""
                    .formatted(senseless[1], senseless[2], senseless[3]);
            Stream.of(
                            member.post("/colleagues", "{%s}".formatted(labels)),
                            registry.invite("{%s,\"roles\":[\"client\"],\"organisationId\":\"%s\"}"
                                    .formatted(labels, organisation)),
                            registry.patch("/people/" + id, "{%s}".formatted(labels)))
                    .forEach(refused -> requireRefused(refused, senseless[0]));
        }
        assertThat(registry.desk.number(changes)).isEqualTo(before);
        assertThat(json(member.get("/colleagues")).path("items")).hasSize(1);
    }

    private static void requireRefused(HttpResponse<byte[]> answer, String member) {
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asText()).isEqualTo("/problems/invalid-member");
        assertThat(problem.path("member").asText()).isEqualTo(member);
    }
}
