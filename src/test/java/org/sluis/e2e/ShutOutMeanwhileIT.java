package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.TusClient.REPORT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies take long, and what they are sent under can end before they do: it is asked once more when all has come. */
class ShutOutMeanwhileIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final byte[] TEXT = Desk.text(900_000);
    private static final int HALF = TEXT.length / 2;

    private final Desk desk = new Desk();
    private final RestClient client = desk.person("client-b1");
    private final String person = desk.idOf("client-b1");
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void letInAgain() {
        goOn.countDown();
        setActive(true);
    }

    @Test
    void fileOfAnAccountThatWasShutOutWhileItCameIsRefusedAndLeavesNothing() throws Exception {
        String title = "Late " + UUID.randomUUID();
        String metadata = "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title);
        List<Path> before = incoming();
        CompletableFuture<HttpResponse<byte[]>> upload = CompletableFuture.supplyAsync(() ->
                client.upload("/documents", metadata, "report.txt", BodyPublishers.ofInputStream(this::inTwoHalves)));
        Path half = await().atMost(PATIENCE)
                .until(
                        () -> incoming().stream()
                                .filter(file -> !before.contains(file))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();

        setActive(false);
        goOn.countDown();

        requireRefused(upload.join());
        assertThat(desk.number("select count(*) from document where title = '%s'".formatted(title)))
                .isZero();
        assertThat(stored()).noneMatch(file -> file.endsWith(half.getFileName()));
        assertThat(desk.number(
                        "select count(*) from audit_entry where actor_id = '%s' and act = 'document-uploaded' and outcome = 'DENIED'"
                                .formatted(person)))
                .isPositive();
    }

    @Test
    void lastPieceOfAnAccountThatWasShutOutWhileItCameIsRefusedAndEntersNothing() throws Exception {
        TusClient sender = new TusClient(client);
        String address = sender.begin(TEXT.length, REPORT);
        CompletableFuture<HttpResponse<byte[]>> piece = CompletableFuture.supplyAsync(
                () -> sender.send(address, 0, BodyPublishers.ofInputStream(this::inTwoHalves)));
        await().atMost(PATIENCE).until(() -> isHeld(address));

        setActive(false);
        goOn.countDown();

        requireRefused(piece.join());
        assertThat(desk.number("select count(*) from resumable_upload where id = '%s' and document_id is null"
                        .formatted(id(address))))
                .isEqualTo(1);
    }

    /** With a checksum nothing is confirmed before the end, so that nobody notices earlier. */
    @Test
    void lastPieceOfAnUploadThatWasEndedWhileItCameFindsNothing() throws Exception {
        TusClient sender = new TusClient(client);
        String address = sender.begin(TEXT.length, REPORT);
        String checksum = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(TEXT));
        CompletableFuture<HttpResponse<byte[]>> piece = CompletableFuture.supplyAsync(() -> sender.send(
                address, 0, BodyPublishers.ofInputStream(this::inTwoHalves), "Upload-Checksum", "sha256 " + checksum));
        await().atMost(PATIENCE).until(() -> isHeld(address));

        assertThat(sender.end(address).statusCode()).isEqualTo(204);
        goOn.countDown();

        HttpResponse<byte[]> refused = piece.join();
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/not-found");
    }

    private static void requireRefused(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(RestClient.problem(answer)).isEqualTo("/problems/unauthenticated");
    }

    private boolean isHeld(String address) {
        return desk.number("select count(*) from resumable_upload where id = '%s' and holder is not null"
                        .formatted(id(address)))
                == 1;
    }

    private void setActive(boolean active) {
        desk.change("update person set active = %s where id = '%s'".formatted(active, person));
    }

    private List<Path> incoming() {
        try (Stream<Path> files = Files.list(desk.stack.portal().storage().resolve("incoming"))) {
            return files.toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(desk.stack.portal().storage())) {
            return files.toList();
        }
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private InputStream inTwoHalves() {
        InputStream rest = new ByteArrayInputStream(TEXT, HALF, TEXT.length - HALF) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                try {
                    goOn.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                return super.read(target, from, length);
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(TEXT, 0, HALF), rest);
    }
}
