package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** Many who are refused at the same moment keep nobody else from working: each refusal needs one connection at a time. */
class RefusalStormIT {

    private static final int REFUSED = 200;
    private static final int ROUNDS = 5;

    private final Stack stack = SharedStack.get();
    private final Desk desk = new Desk();

    /** Each request that is under way has a connection of its own. */
    private final HttpClient http = HttpClient.newBuilder()
            .sslContext(stack.portal().trust())
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    @Test
    void twoHundredRefusalsAtOnceAreAnsweredAndSoIsEverybodyElse() {
        String document = desk.released();
        String client = stack.tokens().of("client-a1");
        String stranger = stack.tokens().of("client-b1");
        long before = denials();
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<HttpResponse<Void>>> refused = IntStream.range(0, REFUSED)
                    .mapToObj(number -> get(stranger, "/documents/" + UUID.randomUUID() + "/content"))
                    .toList();
            List<CompletableFuture<HttpResponse<Void>>> served = Stream.of(
                            "/me", "/documents/" + document, "/documents/" + document + "/content")
                    .map(path -> get(client, path))
                    .toList();
            assertThat(refused)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(404));
            assertThat(served)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
        assertThat(denials() - before).isEqualTo((long) REFUSED * ROUNDS);
    }

    private long denials() {
        return desk.number("select count(*) from audit_entry where act = 'document-downloaded' and outcome = 'DENIED'"
                + " and actor_id = '%s'".formatted(desk.idOf("client-b1")));
    }

    private CompletableFuture<HttpResponse<Void>> get(String token, String path) {
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create(stack.portal().url() + "/api" + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.discarding());
    }
}
