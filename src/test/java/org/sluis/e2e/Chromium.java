package org.sluis.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the operating system, one for a whole test run, with nothing of its own in it that it could tell. */
final class Chromium {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium-headless-shell");

    /** The machine may be busy; what never comes is reported all the same. */
    private static final double PATIENCE_MILLIS = 180_000;

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--renderer-process-limit=1");

    private Chromium() {}

    /** Somebody with a fresh profile: nothing is shared with other guests. */
    static Guest guest(String portal, Browser.NewContextOptions options) {
        // The stack's certificate is its own.
        BrowserContext context = Running.BROWSER.newContext(options.setIgnoreHTTPSErrors(true));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Guest(context, portal);
    }

    private static final class Running {
        static final Browser BROWSER = start();

        private static Browser start() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-stop"));
            return playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(QUIET));
        }
    }
}
