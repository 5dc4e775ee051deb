package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The tray in which a guest's files are listed and sent. */
final class SendTray {

    private static final String DROP = """
            (files) => {
              const transfer = new DataTransfer();
              files.forEach(({ name, content }) => {
                const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
                transfer.items.add(new File([bytes], name, { lastModified: 1 }));
              });
              const drop = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
              return document.body.dispatchEvent(drop);
            }
            """;

    private final Page page;

    SendTray(Page page) {
        this.page = page;
    }

    /** By the button of the page for sending. */
    void choose(FilePayload... files) {
        page.locator("#files").setInputFiles(files);
    }

    void choose(Path file) {
        page.locator("#files").setInputFiles(file);
    }

    /**
     * Drops files on whatever page is shown.
     *
     * @return whether the browser would open them instead
     */
    boolean drop(List<FilePayload> files) {
        List<Map<String, String>> dropped = files.stream()
                .map(file ->
                        Map.of("name", file.name, "content", Base64.getEncoder().encodeToString(file.buffer)))
                .toList();
        return (Boolean) page.evaluate(DROP, dropped);
    }

    Locator whole() {
        return page.locator("#tray");
    }

    Locator rows() {
        return page.locator(".tray-row");
    }

    /** The row of the file with that path. */
    Locator row(String path) {
        return rows().filter(new FilterOptions()
                .setHas(page.locator("[data-path]", new Page.LocatorOptions().setHasText(path))));
    }

    static void describe(Locator row, String title, String category) {
        row.locator("[name=title]").fill(title);
        row.locator("[name=category]").selectOption(category);
    }

    static Locator act(Locator row, String name) {
        return row.locator("[data-act=%s]".formatted(name));
    }

    /** What can be sent of what is listed. */
    void send() {
        page.locator("#tray [data-send]").click();
    }

    /** The rows in that state. */
    Locator rowsIn(String state) {
        return page.locator(".tray-row[data-state=%s]".formatted(state));
    }

    /** Waits until an upload has come to that end. */
    Locator ended(Locator row, String state) {
        Guest.expect(row).hasAttribute("data-state", state);
        return row;
    }

    Locator status() {
        return page.locator("[data-status]");
    }

    /** Small files of numbered cubes, each of its own content. */
    static List<FilePayload> cubes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "cube_%d".formatted(number))
                .map(name -> new FilePayload(name + ".txt", "text/plain", (name + "\n").getBytes(UTF_8)))
                .toList();
    }
}
