package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same bytes sent many times are as many documents, each with bytes and a key of its own. */
class SameBytesIT {

    private static final int UPLOADS = 50;
    private static final int AT_ONCE = 5;

    private final Desk desk = new Desk();

    @Test
    void fiftyUploadsOfTheSameBytesDoNotDependOnOneThatIsErasedMeanwhile() {
        RestClient client = desk.person("client-a1");
        RestClient administrator = desk.person("admin");
        String doomed = desk.released();
        StoredBytes bytes = StoredBytes.of(desk, doomed);
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<HttpResponse<byte[]>>> uploads = IntStream.range(0, UPLOADS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> client.upload(Desk.REPORT, "report.txt", Desk.TEXT), senders))
                    .toList();
            uploads.get(UPLOADS / 2).join();
            assertThat(administrator.delete("/documents/" + doomed).statusCode())
                    .isEqualTo(204);
            await().until(() -> Files.notExists(bytes.file()));
            List<String> ids = uploads.stream().map(SameBytesIT::id).toList();
            assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> {
                await().until(() -> content(client, id).statusCode() == 200);
                assertThat(content(client, id).body()).isEqualTo(Desk.TEXT);
            });
            assertThat(content(client, doomed).statusCode()).isEqualTo(404);
        } finally {
            senders.shutdown();
        }
    }

    private static HttpResponse<byte[]> content(RestClient client, String id) {
        return client.get("/documents/" + id + "/content");
    }

    private static String id(CompletableFuture<HttpResponse<byte[]>> upload) {
        HttpResponse<byte[]> answer = upload.join();
        assertThat(answer.statusCode()).isIn(201, 202);
        return RestClient.json(answer).path("id").asText();
    }
}
