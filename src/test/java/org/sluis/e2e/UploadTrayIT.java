package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.stack.Eicar;
import org.sluis.stack.SharedStack;

/** Files dropped and chosen, on their way, and at their end, as their sender sees them. */
class UploadTrayIT {

    private static final int PHONE = 390;
    private static final int MANY = 200;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String UPLOADS = "**/portal/uploads";
    private static final String PIECES = "**/portal/uploads/*";
    private static final String CHECKS = "**/check?*";

    private final String portal = SharedStack.get().portal().url();

    @Test
    void tenFilesDroppedOnAnyPageAreSentAndTheRefusedOneIsCorrected() {
        try (Guest client = guest(1280)) {
            SendTray tray = new SendTray(client.page());
            List<FilePayload> files = new ArrayList<>(SendTray.cubes(9));
            files.add(new FilePayload("eicar.txt", "text/plain", Eicar.bytes()));
            assertThat(tray.drop(files)).as("opened by the browser").isFalse();
            Guest.expect(tray.rows()).hasCount(10);
            assertThat(client.page().url()).isEqualTo(portal + "/portal/home");
            assertThat(tray.row("cube_1.txt").locator("[name=title]").inputValue())
                    .isEqualTo("cube 1");
            assertThat(tray.row("cube_1.txt").locator("[name=category]").inputValue())
                    .isEqualTo("test-report");
            assertThat(tray.row("eicar.txt").locator("[name=category]").inputValue())
                    .isEmpty();
            client.page().locator("#tray-category").selectOption("inspection-report");
            assertThat(tray.row("cube_9.txt").locator("[name=category]").inputValue())
                    .isEqualTo("inspection-report");
            look(client, "tray-listed");
            tray.send();
            Guest.expect(tray.rowsIn("AVAILABLE")).hasCount(9);
            Locator refused = tray.ended(tray.row("eicar.txt"), "REJECTED");
            Guest.expect(tray.status()).containsText("Sent: 10 of 10");
            Guest.expect(tray.status()).containsText("Refused: 1");
            assertThat(refused.innerText()).contains("Refused").contains("More about this rule");
            look(client, "tray-refused");

            SendTray.act(refused, "correct").click();
            client.fileChooser().setFiles(new FilePayload("clean.txt", "text/plain", "Cube 10".getBytes(UTF_8)));
            Locator corrected = tray.ended(tray.row("clean.txt"), "AVAILABLE");
            client.open(corrected.locator("a.btn-primary").getAttribute("href") + "?tab=versions");
            assertThat(client.page().locator(".versions > li").count()).isEqualTo(2);
            assertThat(client.warnings()).as("nothing was left to lose").isZero();
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void folderIsSentWithWhatIsInItsFolders(@TempDir Path directory) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("batch 7/north"));
        Files.writeString(folder.resolve("strength_10.txt"), "10");
        Files.writeString(folder.resolve("strength_9.txt"), "9");
        Files.writeString(folder.resolveSibling("index.txt"), "index");
        Files.writeString(folder.resolveSibling("Thumbs.db"), "of the system");
        try (Guest client = guest(1280)) {
            client.open("/portal/upload");
            client.page().locator("#folder").setInputFiles(directory.resolve("batch 7"));
            SendTray tray = new SendTray(client.page());
            Guest.expect(tray.rows()).hasCount(3);
            assertThat(tray.rows().locator("[data-path]").allInnerTexts())
                    .containsExactly(
                            "batch 7/index.txt", "batch 7/north/strength_9.txt", "batch 7/north/strength_10.txt");
            dropOnThePage(client.page(), directory.resolve("batch 7"));
            Guest.expect(tray.status()).containsText("Already in the list: batch 7/index.txt, ");
            Guest.expect(tray.rows()).hasCount(3);
            client.page().locator("#tray-category").selectOption("measurement-data");
            tray.send();
            Guest.expect(tray.rowsIn("AVAILABLE")).hasCount(3);
            assertThat(client.complaints()).isEmpty();
        }
    }

    /** The portal is stood in for: it is the page that has to keep up. */
    @Test
    void twoHundredFilesStayQuickAndAFewAreSentAtOnce() {
        try (Guest client = guest(1280)) {
            client.open("/portal/upload");
            AtomicInteger underWay = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            standIn(client.page(), underWay, most);
            SendTray tray = new SendTray(client.page());
            Instant dropped = Instant.now();
            tray.drop(SendTray.cubes(MANY));
            Guest.expect(tray.rows()).hasCount(MANY);
            assertThat(Duration.between(dropped, Instant.now())).isLessThan(SOON);
            tray.send();
            Guest.expect(tray.status()).containsText("Available: " + MANY);
            assertThat(most.get()).isEqualTo(3);
            client.picture("tray-many");
            client.button("Clear what is done").click();
            Guest.expect(tray.whole()).isHidden();
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void sendingGoesOnWhileOtherPagesAreReadAndIsPausedAndContinued(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("strength.txt"), Desk.text(40_000_000));
        List<String> offsets = new CopyOnWriteArrayList<>();
        try (Guest client = guest(1280)) {
            client.open("/portal/upload");
            AtomicBoolean away = new AtomicBoolean(true);
            client.page().route(PIECES, route -> {
                String offset = route.request().headerValue("Upload-Offset");
                if (away.get() && !"0".equals(offset)) {
                    route.abort("connectionreset");
                } else {
                    offsets.add(String.valueOf(offset));
                    route.resume();
                }
            });
            SendTray tray = new SendTray(client.page());
            tray.choose(file);
            String title = "Strength " + UUID.randomUUID();
            SendTray.describe(tray.rows(), title, "test-report");
            tray.send();
            Guest.expect(tray.status()).containsText("Connection lost. Sending continues when it is back.");
            client.page().evaluate("window.isTheSame = true");

            client.link("Documents").click();
            Guest.expect(client.page().locator("h1")).hasText("Documents");
            assertThat(client.page().title()).startsWith("Documents");
            Guest.expect(client.link("Documents")).hasAttribute("aria-current", "page");
            look(client, "tray-while-browsing");
            client.page().goBack();
            Guest.expect(client.page().locator("h1")).hasText("Send documents");
            Guest.expect(client.page().locator("[data-title=\"%s\"] [data-elsewhere]".formatted(title)))
                    .isVisible();

            client.button("Pause: " + title).click();
            Guest.expect(tray.rows().locator("[data-note]")).containsText("Paused. 16.8 MB of 40 MB received");
            look(client, "tray-paused");
            client.link("Documents").click();
            Guest.expect(client.page().locator("h1")).hasText("Documents");
            away.set(false);
            client.button("Show").click();
            offsets.clear();
            client.button("Continue: " + title).click();
            tray.ended(tray.rows(), "AVAILABLE");
            assertThat(offsets).doesNotContain("0");
            assertThat(client.page().evaluate("window.isTheSame")).isEqualTo(true);
            tray.rows().locator("a.btn-primary").click();
            Guest.expect(client.page().locator("h1")).hasText(title);
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void leavingIsAskedAboutOnlyWhileSomethingWouldBeLost() {
        try (Guest client = guest(1280)) {
            client.open("/portal/upload");
            SendTray tray = new SendTray(client.page());
            tray.choose(SendTray.cubes(1).get(0));
            tray.rows().locator("[name=title]").click();
            client.page().reload();
            assertThat(client.warnings()).isEqualTo(1);
            Guest.expect(tray.rows()).hasCount(0);
            tray.choose(SendTray.cubes(1).get(0));
            tray.send();
            tray.ended(tray.rows(), "AVAILABLE");
            client.page().reload();
            assertThat(client.warnings()).isEqualTo(1);
        }
    }

    /** D11: nobody is made to send again what has come. */
    @Test
    void checkThatCannotBeAskedForIsAskedForAgain() {
        try (Guest client = guest(1280)) {
            client.open("/portal/upload");
            AtomicInteger asked = new AtomicInteger();
            client.page().route(CHECKS, route -> {
                switch (asked.incrementAndGet()) {
                    case 1 -> route.abort("connectionreset");
                    case 2 -> route.fulfill(new FulfillOptions().setStatus(503));
                    default -> route.resume();
                }
            });
            SendTray tray = new SendTray(client.page());
            tray.choose(SendTray.cubes(1).get(0));
            tray.send();
            client.page().waitForCondition(() -> asked.get() > 0);
            Guest.expect(tray.rows().locator("[data-note]")).containsText("All of it was received");
            assertThat(client.page().locator("#tray [data-send]").isVisible()).isFalse();
            assertThat(SendTray.act(tray.rows(), "retry").isVisible()).isFalse();
            tray.ended(tray.rows(), "AVAILABLE");
            assertThat(asked.get()).isGreaterThan(2);
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void whatThePortalHasNoRoomForWaitsInSightAndGoesOnByItself() {
        try (Guest client = guest(1280)) {
            client.open("/portal/upload");
            AtomicInteger begun = new AtomicInteger();
            client.page().route(UPLOADS, route -> {
                if (begun.incrementAndGet() == 1) {
                    route.fulfill(new FulfillOptions()
                            .setStatus(429)
                            .setHeaders(Map.of("Retry-After", "2", "Content-Type", "application/problem+json"))
                            .setBody("{\"status\":429,\"detail\":\"Too much at once.\",\"until\":\"later\"}"));
                } else {
                    route.resume();
                }
            });
            SendTray tray = new SendTray(client.page());
            tray.choose(SendTray.cubes(1).get(0));
            tray.send();
            Guest.expect(tray.rows().locator("[data-note]")).containsText("Too much at once. Next try at");
            tray.ended(tray.rows(), "AVAILABLE");
            assertThat(begun.get()).isEqualTo(2);
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWhatIsRightIsSent() {
        try (Guest client = guest(1280)) {
            client.open("/portal/upload");
            SendTray tray = new SendTray(client.page());
            tray.choose(
                    new FilePayload("good.txt", "text/plain", "good".getBytes(UTF_8)),
                    new FilePayload("untitled.txt", "text/plain", "untitled".getBytes(UTF_8)),
                    new FilePayload("table.csv", "text/csv", "a,b".getBytes(UTF_8)),
                    new FilePayload("program.exe", "application/octet-stream", "MZ".getBytes(UTF_8)),
                    new FilePayload("empty.txt", "text/plain", new byte[0]));
            Locator program = tray.row("program.exe");
            Guest.expect(program.locator("[data-error-of=category]"))
                    .hasText("Files with this name ending are not accepted in any category.");
            SendTray.describe(tray.row("good.txt"), "Good", "test-report");
            SendTray.describe(tray.row("untitled.txt"), " ", "test-report");
            SendTray.describe(tray.row("table.csv"), "Table", "identity-copy");
            Guest.expect(tray.row("table.csv").locator("[data-error-of=category]"))
                    .hasText("Files with this name ending are not accepted in this category."
                            + " Please choose another category.");
            tray.send();
            tray.ended(tray.row("good.txt"), "AVAILABLE");
            Locator summary = tray.whole().locator("[data-errors]");
            Guest.expect(summary).isFocused();
            assertThat(summary.locator("a").allInnerTexts())
                    .hasSize(4)
                    .anySatisfy(text -> assertThat(text).isEqualTo("untitled.txt: Please fill this in."))
                    .anySatisfy(text -> assertThat(text).isEqualTo("empty.txt: This file is empty."));
            assertThat(client.page().title()).isEqualTo("Error: Send documents · Sluis");
            look(client, "tray-errors");
            summary.locator("a")
                    .filter(new Locator.FilterOptions().setHasText("table.csv"))
                    .click();
            Guest.expect(tray.row("table.csv").locator("[name=category]")).isFocused();

            tray.row("table.csv").locator("[name=category]").selectOption("measurement-data");
            tray.row("untitled.txt").locator("[name=title]").fill("Titled");
            SendTray.act(program, "remove").click();
            SendTray.act(tray.row("empty.txt"), "remove").click();
            Guest.expect(summary).isHidden();
            assertThat(client.page().title()).isEqualTo("Send documents · Sluis");
            tray.send();
            Guest.expect(tray.rowsIn("AVAILABLE")).hasCount(3);
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void sessionThatEndedIsBegunAgainInAnotherTabAndSendingGoesOn() {
        try (Guest client = guest(1280)) {
            client.open("/portal/upload");
            SendTray tray = new SendTray(client.page());
            tray.choose(SendTray.cubes(1).get(0));
            client.context().clearCookies();
            tray.send();
            Guest.expect(tray.rows().locator("[data-failure]")).containsText("Your session has ended.");
            Page other = client.context().newPage();
            other.navigate(portal + "/sign-in");
            other.locator("#username").fill("client-a1");
            other.locator("#password").fill("client-a1");
            other.locator("#kc-login").click();
            other.waitForURL(portal + "/portal/home");
            SendTray.act(tray.rows(), "retry").click();
            tray.ended(tray.rows(), "AVAILABLE");
        }
    }

    @Test
    void furtherVersionIsSentByTheTrayToo() {
        String id = new Desk().released();
        try (Guest client = guest(1280)) {
            client.open("/portal/documents/" + id + "?tab=versions");
            client.page().locator(".revise summary").click();
            client.page().locator("[data-revision] [type=submit]").click();
            Guest.expect(client.page().locator("[data-revision] [data-errors]")).isFocused();
            assertThat(client.page().title()).startsWith("Error: ");
            client.page().locator("#file").setInputFiles(SendTray.cubes(1).get(0));
            Guest.expect(client.page().locator("[data-chosen]")).hasText("cube_1.txt");
            client.page().locator("[data-revision] [type=submit]").click();
            SendTray tray = new SendTray(client.page());
            tray.ended(tray.rows(), "AVAILABLE");
            client.open("/portal/documents/" + id + "?tab=versions");
            assertThat(client.page().locator(".versions > li").count()).isEqualTo(2);
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void fitsAPhone() {
        try (Guest client = guest(PHONE)) {
            client.open("/portal/upload");
            look(client, "phone-tray-before");
            SendTray tray = new SendTray(client.page());
            tray.choose(
                    new FilePayload(
                            "strength of batch 7, ready-mix plant Oostende.txt", "text/plain", "1".getBytes(UTF_8)),
                    new FilePayload("scan.png", "image/png", Pdf.saying("not a picture")));
            look(client, "phone-tray-listed");
            client.page().locator("#tray-category").selectOption("test-report");
            tray.send();
            Locator refused = tray.ended(tray.row("scan.png"), "REJECTED");
            assertThat(refused.innerText()).contains("This is a PDF; rename it to .pdf.");
            tray.ended(tray.row("strength"), "AVAILABLE");
            look(client, "phone-tray-done");
            client.link("Documents").click();
            Guest.expect(client.page().locator("h1")).hasText("Documents");
            look(client, "phone-tray-folded");
            assertThat(client.complaints()).isEmpty();
        }
    }

    /** A state of the tray: a picture of it, its width, and the rules for accessibility. */
    private static void look(Guest client, String name) {
        client.picture(name);
        assertThat(Accessibility.violations(client.page())).as(name).isEmpty();
        assertThat((Boolean) client.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(name + " needs no scrolling sideways")
                .isTrue();
    }

    /** As from the desktop: the browser itself reads what is dropped. */
    private static void dropOnThePage(Page page, Path dropped) {
        CDPSession session = page.context().newCDPSession(page);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            JsonObject data = new JsonObject();
            JsonArray files = new JsonArray();
            files.add(dropped.toString());
            data.add("items", new JsonArray());
            data.add("files", files);
            data.addProperty("dragOperationsMask", 1);
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", 40);
            event.addProperty("y", 300);
            event.add("data", data);
            session.send("Input.dispatchDragEvent", event);
        }
    }

    /** Takes every upload at once, and has each checked at once. */
    private static void standIn(Page page, AtomicInteger underWay, AtomicInteger most) {
        page.route(UPLOADS, route -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            answer(route, 201, Map.of("Location", "/portal/uploads/" + UUID.randomUUID()), "");
        });
        page.route(PIECES, route -> {
            String length = String.valueOf(route.request().postDataBuffer().length);
            String check = "/portal/documents/%s/versions/1/check".formatted(UUID.randomUUID());
            underWay.decrementAndGet();
            answer(route, 204, Map.of("Upload-Offset", length, "Location", check), "");
        });
        page.route(
                CHECKS,
                route -> answer(
                        route,
                        200,
                        Map.of("Content-Type", "text/html"),
                        "<div data-state=\"AVAILABLE\"><p>Available</p></div>"));
    }

    private static void answer(Route route, int status, Map<String, String> headers, String body) {
        route.fulfill(new FulfillOptions().setStatus(status).setHeaders(headers).setBody(body));
    }

    private Guest guest(int width) {
        return Chromium.guest(
                        portal,
                        new NewContextOptions()
                                .setViewportSize(width, 844)
                                .setLocale("en-GB")
                                .setBypassCSP(true))
                .signIn("client-a1");
    }
}
