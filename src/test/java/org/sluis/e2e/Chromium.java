package org.sluis.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the operating system, with a fresh profile that tells nobody anything. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium-headless-shell");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--renderer-process-limit=1");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(PROGRAM).setArgs(QUIET));

    /** A browser of one's own: nothing is shared with other guests. */
    Guest guest(String portal, Browser.NewContextOptions options) {
        // The stack's certificate is its own.
        return new Guest(browser.newContext(options.setIgnoreHTTPSErrors(true)), portal);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
