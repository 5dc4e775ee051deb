package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sluis.stack.PortalProcess;
import org.sluis.stack.SharedStack;

/**
 * A portal whose reserve leaves a few gigabytes of this disk, so that a file of that size makes the disk full for it. The
 * margin is wide: others write to the disk meanwhile.
 */
class FullDiskIT {

    private static final long WIDE = 3L << 30;

    private static final Path DISK = SharedStack.get().settings().directory();

    @SuppressWarnings("NullAway.Init")
    private static PortalProcess portal;

    private static long margin;

    @BeforeAll
    static void startPortal() throws Exception {
        long usable = Files.getFileStore(DISK).getUsableSpace();
        margin = Math.min(WIDE, usable / 4);
        portal = SharedStack.get().portalBeside("full", Map.of("sluis.blob.reserve", Long.toString(usable - margin)));
        portal.start();
    }

    @AfterAll
    static void stopPortal() {
        portal.stop();
    }

    @Test
    void uploadsAreRefusedBeforeTheDiskIsFullAndTheServiceGoesOn() throws Exception {
        RestClient client = new RestClient(SharedStack.get(), portal, "client-a1");
        String earlier = RestClient.json(client.upload(Desk.REPORT, "report.txt", Desk.TEXT))
                .path("id")
                .asText();
        List<Path> before = stored();

        Path filler = fill();
        HttpResponse<byte[]> refused = client.upload(Desk.REPORT, "report.txt", Desk.TEXT);
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/storage-full");
        assertThat(stored()).isEqualTo(before);
        await().atMost(Duration.ofMinutes(1)).until(portal::isReady);
        assertThat(client.get("/documents/" + earlier + "/content").body()).isEqualTo(Desk.TEXT);
        assertThat(RestClient.json(client.get("/documents")).path("items")).hasSize(1);

        Files.delete(filler);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> client.upload(Desk.REPORT, "report.txt", Desk.TEXT).statusCode() == 201);
    }

    /** Takes twice the margin from the disk without writing it. */
    private static Path fill() throws IOException, InterruptedException {
        Path filler = DISK.resolve("filler");
        Process allocation = new ProcessBuilder("fallocate", "--length", Long.toString(2 * margin), filler.toString())
                .inheritIO()
                .start();
        assertThat(allocation.waitFor()).isZero();
        return filler;
    }

    private static List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(portal.storage())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
