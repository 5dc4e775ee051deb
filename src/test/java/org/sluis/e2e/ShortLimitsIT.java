package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.stack.PortalProcess;
import org.sluis.stack.SecondPortal;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/**
 * What ends when its time or the room for it does, in a portal that gives little of either: sessions last seconds, and the
 * reserve leaves a few gigabytes of this disk, so that a file of that size makes it full. The margin is wide: others write
 * to the disk meanwhile.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ShortLimitsIT {

    private static final Duration IDLE = Duration.ofSeconds(8);
    private static final Duration ABSOLUTE = Duration.ofSeconds(28);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long WIDE = 3L << 30;

    /** More than sockets hold on their way. */
    private static final int LARGE = 24_000_000;

    private static final String LOGO = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";

    private final Stack stack = SharedStack.get();
    private final Path disk = stack.settings().directory();
    private SecondPortal second;
    private PortalProcess portal;
    private long margin;

    @BeforeAll
    void startPortal() throws Exception {
        long usable = Files.getFileStore(disk).getUsableSpace();
        margin = Math.min(WIDE, usable / 4);
        second = new SecondPortal(stack, "limits", otherwise(usable));
        portal = second.process();
    }

    private Map<String, String> otherwise(long usable) throws IOException {
        Path logo = Files.writeString(disk.resolve("logo.svg"), LOGO);
        Map<String, String> otherwise = new HashMap<>(Map.of(
                "sluis.oidc.employee-acr", "2",
                "sluis.intake.patience", PATIENCE.toString(),
                "sluis.intake.lease", PATIENCE.multipliedBy(2).toString(),
                "sluis.session.idle", IDLE.toString(),
                "sluis.session.absolute", ABSOLUTE.toString(),
                "sluis.archive.at-once", "1",
                "sluis.archive.total", Integer.toString(LARGE + LARGE / 2),
                "sluis.blob.reserve", Long.toString(usable - margin)));
        otherwise.putAll(Map.of(
                "sluis.brand.name", "Vlier documents",
                "sluis.brand.logo", logo.toString(),
                "sluis.brand.colour", "#8a1c5b",
                "sluis.links.legal", "https://www.example.org/legal"));
        return otherwise;
    }

    @AfterAll
    void stopPortal() {
        second.close();
    }

    @Test
    void pagesWearWhatTheCertificationBodyGives() {
        Visitor visitor = new Visitor(portal);
        String page = visitor.get("/").body();
        assertThat(page)
                .contains("· Vlier documents</title>", ">Vlier documents</span>", "https://www.example.org/legal");
        assertThat(visitor.get(asset(page, "logo.svg")).body()).isEqualTo(LOGO);
        assertThat(visitor.get(asset(page, "css/brand.css")).body()).contains("--fill: #8a1c5b;", "138, 28, 91");
        assertThat(new Visitor(stack).get("/").body())
                .as("other assets, other addresses")
                .doesNotContain(asset(page, "logo.svg"));
    }

    private static String asset(String page, String path) {
        Matcher address =
                Pattern.compile("/assets/[0-9a-f]{12}/" + Pattern.quote(path)).matcher(page);
        assertThat(address.find()).as(path).isTrue();
        return address.group();
    }

    /** In this realm nobody needs a second factor, and the tokens of those who have used none say so. */
    @Test
    void rolesOfEmployeesCountOnlyWithASecondFactor() {
        assertThat(new RestClient(stack, portal, "inspector-1")
                        .get("/documents")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new RestClient(stack, portal, "admin").get("/people").statusCode())
                .isEqualTo(403);
        assertThat(new RestClient(stack, portal, "client-a1").get("/documents").statusCode())
                .isEqualTo(200);
    }

    @Test
    void employeeWhoSignsInWithoutASecondFactorIsToldSoAndHasToBeginAnew() {
        Visitor inspector = new Visitor(portal);
        HttpResponse<String> refused = inspector.signIn("inspector-1");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Your account asks for two-step sign-in");
        assertThat(inspector.isSignedIn()).isFalse();
        assertThat(inspector.callback("inspector-1"))
                .as("the realm asks for the password again")
                .isNotNull();
    }

    /** As when it loads signatures. How long an upload waits is here longer than any machine takes to get this far. */
    @Test
    void uploadWaitsForAScannerThatHasJustFallenSilent() throws Exception {
        RestClient client = new RestClient(stack, portal, "client-b1");
        assertThat(client.get("/me").statusCode()).isEqualTo(200);
        stack.clamd().suspend();
        CompletableFuture<HttpResponse<byte[]>> upload;
        try {
            await().atMost(PATIENCE).until(() -> !portal.isReady());
            upload = CompletableFuture.supplyAsync(() -> client.upload(Desk.REPORT, "report.txt", Desk.TEXT));
            await().atMost(PATIENCE)
                    .until(() -> RestClient.json(client.get("/documents"))
                                    .path("items")
                                    .size()
                            == 1);
        } finally {
            stack.clamd().resume();
            await().atMost(PATIENCE).until(stack.portal()::isReady);
        }
        assertThat(upload.join().statusCode()).isEqualTo(201);
    }

    /** ASVS 7.3. */
    @Test
    void sessionEndsWhenIdleAndAtTheLatestAfterItsTime() {
        Visitor away = new Visitor(portal);
        Visitor busy = new Visitor(portal);
        away.signIn("client-a1");
        Instant begun = Instant.now();
        busy.signIn("client-b1");
        assertThat(busy.isSignedIn()).isTrue();

        await().atMost(PATIENCE).until(() -> busy.isSignedIn() && isOver(begun, IDLE));
        assertThat(away.isSignedIn()).as("nobody used it").isFalse();
        assertThat(busy.isSignedIn()).as("somebody used it").isTrue();

        await().atMost(PATIENCE).until(() -> !busy.isSignedIn());
        assertThat(Instant.now()).isAfter(begun.plus(ABSOLUTE));
    }

    /** A second more, for the server counts from its own last look at the session. */
    private static boolean isOver(Instant begun, Duration time) {
        return Instant.now().isAfter(begun.plus(time).plusSeconds(1));
    }

    @Test
    void uploadsAreRefusedBeforeTheDiskIsFullAndTheServiceGoesOn() throws Exception {
        RestClient client = new RestClient(stack, portal, "client-a1");
        String earlier = RestClient.json(client.upload(Desk.REPORT, "report.txt", Desk.TEXT))
                .path("id")
                .asText();
        List<Path> before = stored();

        Path filler = fill();
        HttpResponse<byte[]> refused = client.upload(Desk.REPORT, "report.txt", Desk.TEXT);
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/storage-full");
        assertThat(stored()).isEqualTo(before);
        await().atMost(PATIENCE).until(portal::isReady);
        assertThat(client.get("/documents/" + earlier + "/content").body()).isEqualTo(Desk.TEXT);
        assertThat(RestClient.json(client.get("/documents")).path("items")).hasSize(1);

        Files.delete(filler);
        await().atMost(PATIENCE)
                .until(() -> client.upload(Desk.REPORT, "report.txt", Desk.TEXT).statusCode() == 201);
    }

    @Test
    void archivesAreBoundedInSizeAndInHowManyOnePersonFetchesAtOnce() throws IOException {
        RestClient client = new RestClient(stack, portal, "client-a2");
        String first = client.released(client.upload(Desk.REPORT, "first.txt", Desk.text(LARGE)));
        String second = client.released(client.upload(Desk.REPORT, "second.txt", Desk.text(LARGE)));
        HttpResponse<byte[]> tooLarge = archive(client, first, second);
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(RestClient.problem(tooLarge)).isEqualTo("/problems/too-large");

        HttpResponse<InputStream> underWay = client.begun("/documents/archive", ids(first));
        assertThat(underWay.statusCode()).isEqualTo(200);
        HttpResponse<byte[]> tooMany = archive(client, second);
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();

        underWay.body().close();
        await().atMost(PATIENCE).until(() -> archive(client, second).statusCode() == 200);
    }

    private static HttpResponse<byte[]> archive(RestClient client, String... documents) {
        return client.post("/documents/archive", ids(documents));
    }

    private static String ids(String... documents) {
        return "{\"ids\":[\"%s\"]}".formatted(String.join("\",\"", documents));
    }

    /** Takes twice the margin from the disk without writing it. */
    private Path fill() throws IOException, InterruptedException {
        Path filler = disk.resolve("filler");
        Process allocation = new ProcessBuilder("fallocate", "--length", Long.toString(2 * margin), filler.toString())
                .inheritIO()
                .start();
        assertThat(allocation.waitFor()).isZero();
        return filler;
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(portal.storage())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
