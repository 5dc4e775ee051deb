package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The portal is killed without warning (SIGKILL) with three files on their way, and goes on where it was with each. */
@TestInstance(Lifecycle.PER_CLASS)
class CrashIT {

    private static final String METADATA = "{\"title\":\"Strength of batch 8\",\"category\":\"test-report\"}";
    private static final byte[] TEXT = "28 days: 51,9 N/mm2\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Stack stack = SharedStack.get();
    private final byte[] inPieces = Desk.text(24_000_000);

    private String checked = "";
    private String unfinished = "";
    private List<String> before = List.of();
    private List<String> after = List.of();
    private Path half = Path.of("");
    private long sent;

    /** One waits for its verdict, one comes whole, one in pieces; then the portal is gone, and the scanner does not answer. */
    @BeforeAll
    void crash() throws Exception {
        stack.clamd().suspend();
        checked = waiting();
        before = ids();
        CountDownLatch killed = new CountDownLatch(1);
        CompletableFuture<HttpResponse<byte[]>> whole = CompletableFuture.supplyAsync(() -> client().upload(
                        "/documents", METADATA, "report.txt", BodyPublishers.ofInputStream(() -> half(killed))));
        half = await().atMost(PATIENCE)
                .until(this::begun, files -> !files.isEmpty())
                .get(0);
        unfinished = new TusClient(client()).begin(inPieces.length, TusClient.REPORT);
        Drip rest = new Drip(new ByteArrayInputStream(inPieces, 20_000_000, 4_000_000), killed);
        InputStream most = new SequenceInputStream(new ByteArrayInputStream(inPieces, 0, 20_000_000), rest);
        CompletableFuture<HttpResponse<byte[]>> piece = CompletableFuture.supplyAsync(
                () -> new TusClient(client()).send(unfinished, 0, BodyPublishers.ofInputStream(() -> most)));
        await().atMost(PATIENCE).until(() -> new TusClient(client()).offset(unfinished) >= 16_000_000);

        stack.portal().kill();
        killed.countDown();
        assertThatThrownBy(whole::join).hasRootCauseInstanceOf(IOException.class);
        assertThatThrownBy(piece::join).hasRootCauseInstanceOf(IOException.class);
        sent = 20_000_000 + rest.given.get();
        assertThat(half).exists();
        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        stack.relaunchPortal();
        await().ignoreExceptions().until(() -> state(checked), "CHECKING"::equals);
        after = ids();
        stack.clamd().resume();
        stack.portal().awaitReady();
    }

    @AfterAll
    void everythingRunsAgain() throws Exception {
        stack.clamd().resume();
        if (!stack.portal().isReady()) {
            stack.restartPortal();
        }
    }

    @Test
    void checkGoesOnByItselfAfterScannerAndPortalWereAway() {
        await().atMost(PATIENCE).until(() -> state(checked), "AVAILABLE"::equals);
        assertThat(client().get(checked + "/content").body()).isEqualTo(TEXT);
    }

    @Test
    void uploadCutOffByACrashLeavesNothingToSeeAndNothingForLong() {
        assertThat(after).isEqualTo(before);
        await().atMost(PATIENCE).until(() -> Files.notExists(half));
        assertThat(client().upload(METADATA, "report.txt", TEXT).statusCode()).isEqualTo(201);
    }

    @Test
    void uploadInPiecesGoesOnBehindWhatWasConfirmedBeforeTheCrash() {
        TusClient sender = new TusClient(client());
        long offset = sender.offset(unfinished);
        assertThat(offset).isBetween(16_000_000L, sent);
        HttpResponse<byte[]> last = await().atMost(PATIENCE)
                .until(() -> sender.rest(unfinished, inPieces, offset), answer -> answer.statusCode() != 423);
        assertThat(last.statusCode()).isEqualTo(204);
        String document = RestClient.location(last);
        await().atMost(PATIENCE).until(() -> state(document), "AVAILABLE"::equals);
        assertThat(client().get(document + "/content").body()).isEqualTo(inPieces);
    }

    /** The address of a document whose check waits for a scanner that says nothing; its sender is told meanwhile. */
    private String waiting() {
        RestClient sender = client();
        assertThat(sender.get("/me").statusCode()).isEqualTo(200);
        HttpResponse<byte[]> accepted = sender.upload(METADATA, "report.txt", TEXT);
        assertThat(accepted.statusCode()).isEqualTo(202);
        return "/documents/" + RestClient.json(accepted).path("id").asText();
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

    /** Files of which more than a megabyte has come. */
    private List<Path> begun() throws IOException {
        try (Stream<Path> files = Files.list(stack.portal().storage().resolve("incoming"))) {
            return files.filter(file -> file.toFile().length() > 1_000_000).toList();
        }
    }

    /** A file of which the first half comes at once, and the rest so slowly that it is not there when the portal dies. */
    private static InputStream half(CountDownLatch dead) {
        byte[] half = new byte[2_000_000];
        Arrays.fill(half, (byte) 'x');
        return new SequenceInputStream(new ByteArrayInputStream(half), new Drip(new ByteArrayInputStream(half), dead));
    }

    /** A sender on a poor line, just fast enough not to be cut off, who gives up in the end. */
    private static final class Drip extends FilterInputStream {

        private static final int MILLIS = 250;
        private static final int BYTES = 1_000;

        private final CountDownLatch end;
        private final AtomicLong given = new AtomicLong();

        Drip(InputStream content, CountDownLatch end) {
            super(content);
            this.end = end;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            try {
                if (end.await(MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the sender gives up");
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            int read = super.read(target, from, Math.min(length, BYTES));
            given.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
