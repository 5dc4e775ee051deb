package org.sluis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.sluis.e2e.Visitor;
import org.sluis.people.PrincipalKind;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/**
 * What a page costs beside the list that programs ask for: the first page of the documents and the home of somebody who may read
 * ten thousand of them, whole, over TLS, with the session's cookie, beside {@code GET /api/documents} with a token. By turns,
 * because the speed of a shared machine changes.
 */
class PagesBench {

    private static final int DOCUMENTS = 10_000;
    private static final int ROUNDS = 8;
    private static final int WARM = 100;
    private static final int TIMES = 100;
    private static final String ACCOUNT = "inspector-1";

    private final Stack stack = SharedStack.get();
    private final Load load = new Load(stack, ACCOUNT);
    private final HttpClient http = load.client();
    private final Visitor visitor = new Visitor(stack);

    @Test
    void pagesBesideTheListOfTheApi() throws Exception {
        Holdings holdings = new Holdings(stack.database()::connect);
        holdings.grow(DOCUMENTS);
        holdings.hold(reader(), PrincipalKind.PERSON, DOCUMENTS);
        visitor.signIn(ACCOUNT);
        Map<String, Callable<?>> asked = new LinkedHashMap<>();
        asked.put("`GET /api/documents`", () -> load.nanos(http, "/documents"));
        asked.put("documents", () -> page("/portal/documents"));
        asked.put("home", () -> page("/portal/home"));
        Map<String, List<Double>> middle = new LinkedHashMap<>();
        Map<String, List<Double>> late = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Callable<?>> one : asked.entrySet()) {
                Durations taken = Durations.of(round == 0 ? WARM : 0, TIMES, one.getValue());
                middle.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(taken.percentile(50));
                late.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(taken.percentile(95));
            }
        }
        Report report = new Report("pages", "Pages", "answer", "p50, ms", "p95, ms", "ratio of p50", "ratio of p95");
        String api = asked.keySet().iterator().next();
        for (String name : asked.keySet()) {
            double p50 = median(middle, name);
            double p95 = median(late, name);
            report.row(
                    name,
                    "%.2f".formatted(p50),
                    "%.2f".formatted(p95),
                    Report.ratio(p50 / median(middle, api)),
                    Report.ratio(p95 / median(late, api)));
        }
        report.write();
    }

    private static double median(Map<String, List<Double>> measured, String name) {
        return Report.median(Objects.requireNonNull(measured.get(name)));
    }

    private HttpResponse<String> page(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Compressive strength of batch");
        return answer;
    }

    private UUID reader() throws Exception {
        return UUID.fromString(new ObjectMapper()
                .readTree(load.get(http, "/me").body())
                .path("id")
                .asText());
    }
}
