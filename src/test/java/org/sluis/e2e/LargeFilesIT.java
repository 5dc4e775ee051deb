package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** Files larger than what the portal may keep in its memory: its heap has 512 MB. */
@TestInstance(Lifecycle.PER_CLASS)
class LargeFilesIT {

    private static final long SIZE = 80_000_000;
    private static final int AT_ONCE = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String METADATA = "{\"title\":\"Scans of the laboratory book\",\"category\":\"test-report\"}";

    private final Stack stack = SharedStack.get();
    private RestClient client = new RestClient(stack, "client-a1");
    private Instant signedIn = Instant.now();

    private Path directory;
    private Path scans;

    @BeforeAll
    void scan(@TempDir Path directory) throws IOException {
        this.directory = directory;
        scans = directory.resolve("scans.pdf");
        ScannedPages.write(scans, SIZE, 2);
        assertThat(Files.size(scans)).isBetween(SIZE, 100_000_000L);
    }

    @Test
    void pdfOfEightyMegabytesComesOutAsItWentIn() throws IOException {
        assertThat(Files.mismatch(scans, exchanged("one"))).isEqualTo(-1);
    }

    @Test
    void tenAtOnceComeOutAsTheyWentIn() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Callable<Long> exchange = () -> {
                Path received = exchanged(Thread.currentThread().getName());
                try {
                    return Files.mismatch(scans, received);
                } finally {
                    Files.delete(received);
                }
            };
            List<Future<Long>> exchanges = senders.invokeAll(Collections.nCopies(AT_ONCE, exchange));
            for (Future<Long> mismatch : exchanges) {
                assertThat(mismatch.get()).isEqualTo(-1);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void portalHasTheHeapThisIsAbout() {
        ProcessHandle portal = ProcessHandle.of(stack.portal().pid()).orElseThrow();
        assertThat(portal.info().arguments())
                .hasValueSatisfying(arguments -> assertThat(arguments).contains("-Xmx512m"));
    }

    /** Sends the scans, waits until they have passed and saves what the portal gives back. */
    private Path exchanged(String name) throws FileNotFoundException {
        HttpResponse<byte[]> answer =
                client().upload("/documents", METADATA, "scans.pdf", BodyPublishers.ofFile(scans));
        JsonNode document = RestClient.json(answer);
        assertThat(answer.statusCode()).as(document.toString()).isIn(201, 202);
        String address = "/documents/" + document.path("id").asText();
        await().atMost(PATIENCE).until(() -> state(address), "AVAILABLE"::equals);
        HttpResponse<Path> content =
                client().onAnotherConnection(stack).download(address + "/content", directory.resolve(name + ".pdf"));
        assertThat(content.statusCode()).isEqualTo(200);
        return content.body();
    }

    private String state(String address) {
        return RestClient.json(client().get(address)).path("state").asText();
    }

    /** One sign-in serves all for a while: the realm takes ten at the same moment for an attack. */
    private synchronized RestClient client() {
        if (Instant.now().isAfter(signedIn.plusSeconds(120))) {
            client = new RestClient(stack, "client-a1");
            signedIn = Instant.now();
        }
        return client;
    }
}
