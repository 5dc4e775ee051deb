package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.stack.SharedStack;

/** A large file on a bad line, in the browser. */
@TestInstance(Lifecycle.PER_CLASS)
class ResumeJourneyIT {

    private static final int SIZE = 12_000_000;
    private static final int BYTES_A_SECOND = 2_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Chromium chromium = new Chromium();
    private final List<Long> offsets = new CopyOnWriteArrayList<>();
    private Path file;

    @BeforeAll
    void write(@TempDir Path directory) throws IOException {
        file = Files.write(directory.resolve("strength.txt"), Desk.text(SIZE));
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void sendingGoesOnByItselfWhenTheConnectionIsBack() {
        try (Guest client = signedIn()) {
            CDPSession line = line(client.page());
            begin(client.page());
            awaitProgress(client.page(), 30);
            set(line, true, -1);
            Guest.expect(client.page().locator("[data-progress-text]")).containsText("The connection is away.");
            client.picture("upload-away");
            set(line, false, -1);
            arrived(client);
            assertThat(offsets).anySatisfy(offset -> assertThat(offset).isBetween(1L, SIZE - 1L));
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void sendingGoesOnAfterThePageWasClosedWithTheSameFileAndNoOther() throws IOException {
        try (Guest client = signedIn()) {
            CDPSession line = line(client.page());
            String title = begin(client.page());
            awaitProgress(client.page(), 30);
            client.open("/portal/upload");
            set(line, false, -1);
            Locator form = client.page().locator(".unfinished", new Page.LocatorOptions().setHasText(title));
            Guest.expect(form).containsText("12 MB");
            client.picture("upload-unfinished");
            form.locator("[type=file]").setInputFiles(Files.writeString(file.resolveSibling("other.txt"), "x"));
            Guest.expect(form.locator("[data-error-of=file]")).containsText("This is not the file");
            offsets.clear();
            form.locator("[type=file]").setInputFiles(file);
            form.locator("[data-submit]").click();
            arrived(client);
            assertThat(offsets.get(0)).isPositive();
            client.open("/portal/upload");
            Guest.expect(client.page().getByText(title)).hasCount(0);
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void stoppingLeavesNothing() {
        try (Guest client = signedIn()) {
            CDPSession line = line(client.page());
            String title = begin(client.page());
            awaitProgress(client.page(), 10);
            client.page().locator("[data-cancel]").click();
            Guest.expect(client.page().locator("[data-error-text]")).containsText("Sending was stopped.");
            set(line, false, -1);
            await().atMost(PATIENCE).until(() -> {
                client.open("/portal/upload");
                return client.page().getByText(title).count() == 0;
            });
        }
    }

    /** @return the title under which a large file is on its way */
    private String begin(Page page) {
        String title = "Strength " + UUID.randomUUID();
        page.onRequest(request -> {
            if (request.method().equals("PATCH")) {
                offsets.add(Long.parseLong(request.headerValue("Upload-Offset")));
            }
        });
        page.locator("#title").fill(title);
        page.locator("#category").selectOption("test-report");
        page.locator("#file").setInputFiles(file);
        page.locator("[data-submit]").click();
        return title;
    }

    private static void awaitProgress(Page page, int percent) {
        page.waitForFunction("percent => document.querySelector('progress').value >= percent", percent);
    }

    private static void arrived(Guest client) {
        WaitForOptions patience = new WaitForOptions().setTimeout(90_000);
        client.page().locator(".notice--available").waitFor(patience);
    }

    /** A slow line to the portal. */
    private static CDPSession line(Page page) {
        CDPSession line = page.context().newCDPSession(page);
        line.send("Network.enable");
        set(line, false, BYTES_A_SECOND);
        return line;
    }

    private static void set(CDPSession line, boolean away, int bytesASecond) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", away);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesASecond);
        line.send("Network.emulateNetworkConditions", conditions);
    }

    private Guest signedIn() {
        offsets.clear();
        Guest client = chromium.guest(
                        SharedStack.get().portal().url(),
                        new NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB"))
                .signIn("client-a1");
        client.open("/portal/upload");
        return client;
    }
}
