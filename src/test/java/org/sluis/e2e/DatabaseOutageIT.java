package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database goes away in the middle of things and comes back. */
class DatabaseOutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Desk desk = new Desk();
    private final RestClient client = desk.person("client-a1");

    @AfterEach
    void everythingRunsAgain() throws Exception {
        desk.stack.clamd().resume();
        await().atMost(PATIENCE).until(desk.stack.portal()::isReady);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !desk.stack.tokens().of("client-a1").isEmpty());
    }

    @Test
    void uploadThatCannotBeEnteredIsRefusedAndLeavesNothingAndTheServiceReturnsByItself() throws Exception {
        String earlier = desk.released();
        List<Path> before = stored();
        CountDownLatch gone = new CountDownLatch(1);
        CompletableFuture<HttpResponse<byte[]>> upload = CompletableFuture.supplyAsync(() -> client.upload(
                "/documents", Desk.REPORT, "report.txt", BodyPublishers.ofInputStream(() -> inTwoHalves(gone))));
        await().atMost(PATIENCE).until(() -> !before.containsAll(stored()));
        desk.stack.database().stop();
        try {
            gone.countDown();
            assertThat(upload.join().statusCode()).isBetween(500, 503);
            assertThat(before).containsAll(stored());
            assertThat(desk.stack.portal().isReady()).isFalse();
        } finally {
            desk.stack.database().start();
        }
        await().atMost(PATIENCE).ignoreExceptions().until(() -> content(earlier) == 200);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> client.upload(Desk.REPORT, "report.txt", Desk.TEXT).statusCode() <= 202);
    }

    @Test
    void checkThatWasWaitingIsDecidedAfterTheDatabaseWasAway() throws Exception {
        desk.stack.clamd().suspend();
        HttpResponse<byte[]> accepted = client.upload(Desk.REPORT, "report.txt", Desk.TEXT);
        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = RestClient.json(accepted).path("id").asText();
        desk.stack.database().stop();
        desk.stack.database().start();
        desk.stack.clamd().resume();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> content(id) == 200);
    }

    private int content(String id) {
        return client.get("/documents/" + id + "/content").statusCode();
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(desk.stack.portal().storage())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A file of which the second half comes when the database is gone. */
    private static InputStream inTwoHalves(CountDownLatch gone) {
        InputStream rest = new ByteArrayInputStream(Desk.text(500_000)) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                try {
                    gone.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                return super.read(target, from, length);
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(Desk.text(2_000_000)), rest);
    }
}
