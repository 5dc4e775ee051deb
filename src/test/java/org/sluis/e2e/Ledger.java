package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The entries that calls of the API leave, and which addresses were called. */
final class Ledger {

    private final Desk desk;
    private final Set<String> walked = new TreeSet<>();

    Ledger(Desk desk) {
        this.desk = desk;
    }

    /** One more entry of that act, of somebody who was allowed it. */
    HttpResponse<byte[]> leaves(String act, String route, Supplier<HttpResponse<byte[]>> call) {
        String entries =
                "select count(*) from audit_entry where act = '%s' and outcome = 'ALLOWED' and actor_id is not null"
                        .formatted(act);
        long before = desk.number(entries);
        HttpResponse<byte[]> answer = call.get();
        assertThat(answer.statusCode())
                .as(route + " " + new String(answer.body(), UTF_8))
                .isBetween(200, 299);
        assertThat(desk.number(entries)).as(route).isEqualTo(before + 1);
        walked.add(route);
        return answer;
    }

    /** Every address that was called so far. */
    Set<String> walked() {
        return walked;
    }

    static String idIn(HttpResponse<byte[]> answer) {
        return RestClient.json(answer).path("id").asText();
    }
}
