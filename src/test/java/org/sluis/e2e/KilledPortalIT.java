package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.sluis.kernel.Sha256;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/**
 * A ledger of acknowledged uploads against whole portals that are killed (SIGKILL) at random moments with eight uploads
 * under way. A portal takes a quarter of a minute to come back, so the build does it once; {@code -Pkills} 500 times.
 */
class KilledPortalIT {

    private static final int ROUNDS = Integer.getInteger("sluis.kills.portal", 1);
    private static final int AT_ONCE = 8;
    private static final int MOST_ACKNOWLEDGED = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stack stack = SharedStack.get();
    private final Random random = new Random();

    @AfterEach
    void everythingRunsAgain() throws Exception {
        if (!stack.portal().isReady()) {
            stack.restartPortal();
        }
    }

    @Test
    void everythingAcknowledgedReadsWithItsHashAndNothingElseIsLeft(TestReporter report) throws Exception {
        int acknowledged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Instant begin = Instant.now();
            Map<String, Sha256> ledger = sendUntilKilled();
            List<Path> incoming = aged(stack.portal().storage().resolve("incoming"));
            stack.restartPortal();
            requireAcknowledged(ledger, begin);
            await().atMost(PATIENCE).until(() -> incoming.stream().noneMatch(Files::exists));
            acknowledged += ledger.size();
        }
        report.publishEntry(Map.of("rounds", Integer.toString(ROUNDS), "acknowledged", Integer.toString(acknowledged)));
    }

    private Map<String, Sha256> sendUntilKilled() throws InterruptedException {
        Map<String, Sha256> ledger = new ConcurrentHashMap<>();
        RestClient client = client();
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            senders.execute(() -> sendUntilCutOff(client.onAnotherConnection(stack), ledger));
        }
        int enough = 1 + random.nextInt(MOST_ACKNOWLEDGED);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> ledger.size() >= enough);
        stack.portal().kill();
        senders.shutdown();
        assertThat(senders.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        return ledger;
    }

    private static void sendUntilCutOff(RestClient client, Map<String, Sha256> ledger) {
        Random letters = new Random();
        try {
            while (true) {
                byte[] text = new byte[1 + letters.nextInt(300_000)];
                for (int i = 0; i < text.length; i++) {
                    text[i] = (byte) ('a' + letters.nextInt(26));
                }
                HttpResponse<byte[]> answer = client.upload(Desk.REPORT, "report.txt", text);
                assertThat(answer.statusCode()).isIn(201, 202);
                ledger.put(RestClient.json(answer).path("id").asText(), Sha256.of(text));
            }
        } catch (UncheckedIOException cutOff) {
            return;
        }
    }

    private void requireAcknowledged(Map<String, Sha256> ledger, Instant begin) {
        RestClient client = client();
        ledger.forEach((id, hash) -> {
            await().atMost(PATIENCE).until(() -> state(client, id), "AVAILABLE"::equals);
            assertThat(Sha256.of(client.get("/documents/" + id + "/content").body()))
                    .isEqualTo(hash);
        });
        JsonNode newest = RestClient.json(client.get("/documents?limit=200&uploadedAfter=" + begin));
        for (JsonNode shown : newest.path("items")) {
            String id = shown.path("id").asText();
            if (!ledger.containsKey(id) && shown.path("state").asText().equals("AVAILABLE")) {
                assertThat(client.get("/documents/" + id + "/content").statusCode())
                        .as("what is shown without having been acknowledged is whole")
                        .isEqualTo(200);
            }
        }
    }

    private static String state(RestClient client, String id) {
        return RestClient.json(client.get("/documents/" + id)).path("state").asText();
    }

    private RestClient client() {
        return new RestClient(stack, "client-a1");
    }

    /** What the kill left half received, as if a day had passed. */
    private static List<Path> aged(Path incoming) throws IOException {
        try (Stream<Path> files = Files.list(incoming)) {
            List<Path> left = files.toList();
            for (Path file : left) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
            }
            return left;
        }
    }
}
