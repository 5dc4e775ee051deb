package org.sluis.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/** A person at a browser of their own. What the browser complains about on the portal's pages is kept. */
final class Guest implements AutoCloseable {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final String TELL_VIOLATIONS = """
            document.addEventListener("securitypolicyviolation", (event) =>
              console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
            """;

    private static final String MODAL = "dialog[open]:not(.dialog--inline)";

    private final BrowserContext context;
    private final Page page;
    private final String portal;
    private final List<String> complaints = new ArrayList<>();
    private int warnings;
    private final Queue<FileChooser> choosers = new ArrayDeque<>();

    Guest(BrowserContext context, String portal) {
        this.context = context;
        this.portal = portal;
        context.addInitScript(TELL_VIOLATIONS);
        this.page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onFileChooser(choosers::add);
        page.onPageError(error -> complaints.add("script failed: " + error));
        page.onDialog(this::answer);
    }

    /** Whoever is asked whether to leave a page leaves it. */
    private void answer(Dialog dialog) {
        if (dialog.type().equals("beforeunload")) {
            warnings++;
            dialog.accept();
        } else {
            complaints.add("a dialog opened: " + dialog.message());
            dialog.dismiss();
        }
    }

    /** An answer with an error status is told on the console as well; tests look at answers themselves. */
    private void listen(ConsoleMessage message) {
        boolean ours = message.location().startsWith(portal);
        if (ours && message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    List<String> complaints() {
        return complaints;
    }

    /** How often the browser asked whether to leave a page. */
    int warnings() {
        return warnings;
    }

    /** At the portal's own button, through the realm's page; the password equals the name. */
    Guest signIn(String account) {
        open("/sign-in");
        page.locator("#username").fill(account);
        page.locator("#password").fill(account);
        page.locator("#kc-login").click();
        page.waitForURL(portal + "/portal/home");
        return this;
    }

    void open(String path) {
        page.navigate(portal + path);
    }

    /** Opens a page and says what came. */
    Response visit(String path) {
        return Objects.requireNonNull(page.navigate(portal + path));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Does what a dialog asks about; its button has the words of the one that was pressed. */
    void confirm() {
        page.locator("#confirm [value=yes]").click();
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Hands in a document and waits until the gate has let it through. */
    String send(String title, String description, FilePayload file) {
        open("/portal/upload");
        SendTray tray = new SendTray(page);
        tray.choose(file);
        Locator row = tray.row(file.name);
        SendTray.describe(row, title, "test-report");
        row.locator("summary").click();
        row.locator("[name=description]").fill(description);
        tray.send();
        String address = tray.ended(row, "AVAILABLE").locator("a.btn-primary").getAttribute("href");
        open(address);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** What the last key or click opened. Listened for from the start: the browser tells of none it showed before. */
    FileChooser fileChooser() {
        page.waitForCondition(() -> !choosers.isEmpty());
        return choosers.remove();
    }

    byte[] downloaded(Runnable click) {
        Download download = page.waitForDownload(click);
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a page comes to show after a while. */
    static LocatorAssertions expect(Locator shown) {
        return PlaywrightAssertions.assertThat(shown);
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    /** Keeps a picture for people to look at: of the whole page, or of what a dialog leaves to see of it. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(page.locator(MODAL).count() == 0)
                .setCaret(ScreenshotCaret.INITIAL));
    }

    @Override
    public void close() {
        context.close();
    }
}
