package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** What is done with all documents that were ticked in the list, once however often it is pressed. */
class SelectionJourneyIT {

    /** As by a browser without script. */
    private static final String SENT_TWICE = """
            async () => {
              const form = document.querySelector("main form");
              const send = async () => {
                const body = new URLSearchParams(new FormData(form));
                body.append("act", "do");
                return (await fetch(form.action, { method: "POST", body })).url;
              };
              const first = await send();
              return first === (await send()) ? first : "two acts";
            }
            """;

    private static final String PRESSED_TWICE = """
            form => {
              form.requestSubmit();
              form.requestSubmit();
            }
            """;

    /** The first press is still being answered; a page that is shown again may be sent again. */
    private static final String PRESSED_AGAIN = """
            form => {
              form.requestSubmit();
              window.dispatchEvent(new Event("pageshow"));
              form.requestSubmit();
            }
            """;

    private final Stack stack = SharedStack.get();
    private final RestClient sender = new RestClient(stack, "client-a1");
    private final String series = "Selected " + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void administratorChangesCategoryAndErasesAsFarAsThatIsPossible() {
        String scan = sent("scan", "scan.pdf", Pdf.saying("a passport"));
        String list = sent("list", "list.txt", Desk.TEXT);
        String note = sent("note", "note.txt", Desk.TEXT);
        try (Guest admin = signedIn("admin")) {
            Page page = admin.page();
            tickAll(admin);
            admin.button("Change category").click();
            page.locator("#field-category").selectOption("identity-copy");
            page.locator("[value=do]").click();
            Guest.expect(page.locator("main .notice--available")).hasText("Documents in the new category: 1");
            Guest.expect(page.locator("main .notice--warning li")).hasCount(2);
            assertThat(page.locator("main .notice--warning").innerText())
                    .contains("Left as they were: 2", "Its format is not accepted in that category.");
            assertThat(category(scan)).isEqualTo("identity-copy");
            assertThat(category(list)).isEqualTo("test-report");

            tickAll(admin);
            admin.button("Erase").click();
            amend(note);
            page.locator("#field-number").fill("2");
            admin.button("Erase for ever").click();
            Guest.expect(page.locator("#complaints li")).hasCount(2);
            assertThat(page.title()).startsWith("Error:");
            page.locator("#field-reason").fill("sent by mistake");
            page.locator("#field-number").fill("3");
            amend(list);
            assertThat(page.evaluate(SENT_TWICE).toString()).contains("/portal/documents/selection/done/");
            admin.button("Erase for ever").click();
            Guest.expect(page.locator("main .notice--available")).containsText("Erased: 2.");
            assertThat(page.locator("main .notice--warning").innerText())
                    .contains(series + " list amended", "Somebody changed it after you had looked.");
            assertThat(Accessibility.violations(page)).isEmpty();
            admin.picture("selection-done");
            assertThat(Stream.of(scan, note, list).map(this::status)).containsExactly(404, 404, 200);
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void secondPressIsSwallowedUntilThePageIsShownAgain() {
        sent("pressed", "pressed.txt", Desk.TEXT);
        List<String> posts = new CopyOnWriteArrayList<>();
        try (Guest reader = signedIn("client-a1")) {
            tickAll(reader);
            reader.page().onRequest(request -> {
                if (request.method().equals("POST") && request.url().endsWith("/archive")) {
                    posts.add(request.url());
                }
            });
            pressed(reader, PRESSED_TWICE);
            assertThat(posts).hasSize(1);
            pressed(reader, PRESSED_AGAIN);
            assertThat(posts).hasSize(2);
            assertThat(reader.complaints()).isEmpty();
        }
    }

    private static void pressed(Guest reader, String script) {
        Download download = reader.page()
                .waitForDownload(() -> reader.page().locator("#selection").evaluate(script));
        assertThat(download.path()).isNotEmptyFile();
    }

    private void tickAll(Guest guest) {
        guest.open("/portal/documents?q=" + series.replace(" ", "+"));
        guest.page().locator("[data-select-all]").click();
    }

    private String sent(String title, String file, byte[] content) {
        return sender.released(sender.upload(
                "{\"title\":\"%s %s\",\"category\":\"test-report\"}".formatted(series, title), file, content));
    }

    /** By its sender, after the administrator has looked. */
    private void amend(String id) {
        String title =
                RestClient.json(sender.get("/documents/" + id)).path("title").asText();
        assertThat(sender.call(
                                "PATCH",
                                "/documents/" + id,
                                "{\"title\":\"%s amended\"}".formatted(title),
                                "Content-Type",
                                "application/merge-patch+json",
                                "If-Match",
                                "*")
                        .statusCode())
                .isEqualTo(200);
    }

    private String category(String id) {
        return RestClient.json(sender.get("/documents/" + id)).path("category").asText();
    }

    private int status(String id) {
        return sender.get("/documents/" + id).statusCode();
    }

    private Guest signedIn(String account) {
        return Chromium.guest(
                        stack.portal().url(),
                        new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900))
                .signIn(account);
    }
}
