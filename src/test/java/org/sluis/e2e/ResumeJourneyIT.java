package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.stack.SharedStack;

/** A large file on a bad line, in the browser. */
@TestInstance(Lifecycle.PER_CLASS)
class ResumeJourneyIT {

    /** More than two of the pieces the page sends. */
    private static final int SIZE = 40_000_000;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ContainsTextOptions PATIENT = new ContainsTextOptions().setTimeout(180_000);
    private static final String UPLOADS = "**/portal/uploads/*";

    private final List<Long> offsets = new CopyOnWriteArrayList<>();
    private Path file;

    @BeforeAll
    void write(@TempDir Path directory) throws IOException {
        file = Files.write(directory.resolve("strength.txt"), Desk.text(SIZE));
    }

    @Test
    void sendingGoesOnByItselfWhenTheConnectionIsBack() {
        try (Guest client = signedIn()) {
            AtomicBoolean away = cutInTheMiddle(client.page());
            begin(client.page());
            Guest.expect(client.page().locator("[data-note]")).containsText("Connection lost.", PATIENT);
            client.picture("upload-away");
            away.set(false);
            arrived(client);
            assertThat(offsets).anySatisfy(offset -> assertThat(offset).isBetween(1L, SIZE - 1L));
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void sendingGoesOnAfterThePageWasClosedWithTheSameFileAndNoOther() throws IOException {
        try (Guest client = signedIn()) {
            AtomicBoolean away = cutInTheMiddle(client.page());
            String title = begin(client.page());
            Guest.expect(client.page().locator("[data-note]")).containsText("Connection lost.", PATIENT);
            client.open("/portal/upload");
            away.set(false);
            Locator form = client.page().locator(".unfinished", new Page.LocatorOptions().setHasText(title));
            Guest.expect(form).containsText("40 MB");
            client.picture("upload-unfinished");
            form.locator("[type=file]").setInputFiles(Files.writeString(file.resolveSibling("other.txt"), "x"));
            Guest.expect(form.locator("[data-error-of=file]")).containsText("This is not the file");
            offsets.clear();
            form.locator("[type=file]").setInputFiles(file);
            Guest.expect(form).hasCount(0);
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
            client.page().route(UPLOADS, route -> go(route, isLaterPiece(route)));
            String title = begin(client.page());
            Guest.expect(client.page().locator("[data-note]")).containsText("Connection lost.", PATIENT);
            client.button("Cancel: " + title).click();
            Guest.expect(client.page().locator("[data-note]")).containsText("Sending was stopped.");
            await().atMost(PATIENCE).until(() -> {
                client.open("/portal/upload");
                return client.page().getByText(title).count() == 0;
            });
        }
    }

    /** From the second piece on nothing of an upload comes through, until told otherwise. */
    private static AtomicBoolean cutInTheMiddle(Page page) {
        AtomicBoolean away = new AtomicBoolean();
        AtomicBoolean cut = new AtomicBoolean();
        page.route(UPLOADS, route -> {
            if (isLaterPiece(route) && !cut.getAndSet(true)) {
                away.set(true);
            }
            go(route, away.get());
        });
        return away;
    }

    private static boolean isLaterPiece(Route route) {
        return route.request().method().equals("PATCH")
                && !route.request().headerValue("Upload-Offset").equals("0");
    }

    private static void go(Route route, boolean cut) {
        if (cut) {
            route.abort("connectionreset");
        } else {
            route.resume();
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
        SendTray tray = new SendTray(page);
        tray.choose(file);
        SendTray.describe(tray.rows(), title, "test-report");
        tray.send();
        return title;
    }

    private static void arrived(Guest client) {
        WaitForOptions patience = new WaitForOptions().setTimeout(180_000);
        client.page().locator(".tray-row[data-state=AVAILABLE]").waitFor(patience);
    }

    private Guest signedIn() {
        offsets.clear();
        Guest client = Chromium.guest(
                        SharedStack.get().portal().url(),
                        new NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB"))
                .signIn("client-a1");
        client.open("/portal/upload");
        return client;
    }
}
