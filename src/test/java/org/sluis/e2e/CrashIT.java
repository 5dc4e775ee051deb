package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The portal is killed without warning (SIGKILL) and goes on where it was. */
class CrashIT {

    private static final String METADATA = "{\"title\":\"Strength of batch 8\",\"category\":\"test-report\"}";
    private static final byte[] TEXT = "28 days: 51,9 N/mm2\n".getBytes(StandardCharsets.UTF_8);

    private final Stack stack = SharedStack.get();

    @AfterEach
    void everythingRunsAgain() throws Exception {
        stack.clamd().resume();
        if (!stack.portal().isReady()) {
            stack.restartPortal();
        }
    }

    @Test
    void checkGoesOnByItselfAfterScannerAndPortalWereAway() throws Exception {
        RestClient sender = client();
        assertThat(sender.get("/me").statusCode()).isEqualTo(200);
        stack.clamd().suspend();
        Instant sent = Instant.now();
        HttpResponse<byte[]> accepted = sender.upload(METADATA, "report.txt", TEXT);
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(Duration.between(sent, Instant.now())).isLessThan(Duration.ofSeconds(15));
        String address = "/documents/" + RestClient.json(accepted).path("id").asText();

        stack.portal().kill();
        stack.relaunchPortal();
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> state(address), "CHECKING"::equals);

        stack.clamd().resume();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(address), "AVAILABLE"::equals);
        assertThat(client().get(address + "/content").body()).isEqualTo(TEXT);
    }

    @Test
    void uploadCutOffByACrashLeavesNothingToSeeAndNothingForLong() throws Exception {
        List<String> before = ids();
        CountDownLatch killed = new CountDownLatch(1);
        CompletableFuture<HttpResponse<byte[]>> upload = CompletableFuture.supplyAsync(() -> client().upload(
                        "/documents", METADATA, "report.txt", BodyPublishers.ofInputStream(() -> half(killed))));
        Path half = await().atMost(Duration.ofSeconds(30))
                .until(this::incoming, files -> !files.isEmpty())
                .get(0);
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.size(half) > 1_000_000);

        stack.portal().kill();
        killed.countDown();
        assertThatThrownBy(upload::join).hasRootCauseInstanceOf(IOException.class);
        assertThat(half).exists();
        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        stack.restartPortal();

        assertThat(ids()).isEqualTo(before);
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.notExists(half));
        assertThat(client().upload(METADATA, "report.txt", TEXT).statusCode()).isEqualTo(201);
    }

    @Test
    void uploadInPiecesGoesOnBehindWhatWasConfirmedBeforeTheCrash() throws Exception {
        byte[] content = Desk.text(24_000_000);
        TusClient before = new TusClient(client());
        String address = before.begin(content.length, TusClient.REPORT);
        CountDownLatch killed = new CountDownLatch(1);
        InputStream most =
                new SequenceInputStream(new ByteArrayInputStream(content, 0, 20_000_000), new Silence(killed));
        CompletableFuture<HttpResponse<byte[]>> piece = CompletableFuture.supplyAsync(
                () -> new TusClient(client()).send(address, 0, BodyPublishers.ofInputStream(() -> most)));
        await().atMost(Duration.ofSeconds(60)).until(() -> before.offset(address) >= 16_000_000);

        stack.portal().kill();
        killed.countDown();
        assertThatThrownBy(piece::join).hasRootCauseInstanceOf(IOException.class);
        stack.restartPortal();

        TusClient after = new TusClient(client());
        long offset = after.offset(address);
        assertThat(offset).isBetween(16_000_000L, 20_000_000L);
        HttpResponse<byte[]> last = await().atMost(Duration.ofSeconds(60))
                .until(() -> after.rest(address, content, offset), answer -> answer.statusCode() != 423);
        assertThat(last.statusCode()).isEqualTo(204);
        String document = RestClient.location(last);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(document), "AVAILABLE"::equals);
        assertThat(client().get(document + "/content").body()).isEqualTo(content);
    }

    private RestClient client() {
        return new RestClient(stack, "client-a1");
    }

    private String state(String address) {
        return RestClient.json(client().get(address)).path("state").asText();
    }

    private List<String> ids() {
        JsonNode page = RestClient.json(client().get("/documents?limit=200"));
        return page.path("items").findValuesAsText("id");
    }

    private List<Path> incoming() throws IOException {
        try (Stream<Path> files = Files.list(stack.portal().storage().resolve("incoming"))) {
            return files.toList();
        }
    }

    /** A file of which the first half comes, and the rest not until the portal is dead. */
    private static InputStream half(CountDownLatch dead) {
        byte[] half = new byte[2_000_000];
        Arrays.fill(half, (byte) 'x');
        return new SequenceInputStream(new ByteArrayInputStream(half), new Silence(dead));
    }

    /** A sender that says nothing and then gives up. */
    private static final class Silence extends InputStream {

        private final CountDownLatch end;

        Silence(CountDownLatch end) {
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            try {
                end.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("the sender gives up");
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return read();
        }
    }
}
