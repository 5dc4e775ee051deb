package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An inspector's morning by keyboard alone: through the list, a preview beside it, the file, the document. */
class KeyboardMorningIT {

    private static final String PRESS =
            "keys => keys.forEach(key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))";

    private final Desk desk = new Desk();
    private final String mark = UUID.randomUUID().toString();

    @Test
    void inspectorLooksThroughTheMorningsDocumentsByKeys() {
        List<String> ids = Stream.of("first", "second", "third").map(this::sent).toList();
        desk.grant(ids.get(0), "inspector-1", "DOWNLOAD");
        desk.grant(ids.get(1), "inspector-1", "VIEW");
        desk.grant(ids.get(2), "inspector-1", "DOWNLOAD");
        try (Guest inspector = guest(1280)) {
            Page page = inspector.page();
            inspector.signIn("inspector-1").open("/portal/documents?q=" + mark);
            Guest.expect(page.locator(".document")).hasCount(3);
            page.locator("[data-beside-toggle]").focus();
            page.waitForResponse("**/preferences", () -> page.keyboard().press("Enter"));
            walk(page, "j", "j", "j", "k");
            assertThat(focused(page)).isEqualTo("/portal/documents/" + ids.get(1));
            Locator preview = page.locator("[data-beside] #preview");
            Guest.expect(preview.locator("pre")).hasText("The second of " + mark);
            Guest.expect(preview.locator(".preview__mark").first()).containsText(" \u00b7 ");
            Guest.expect(page.locator("[data-beside-news]")).containsText("Preview shown: ");
            assertThat(previewed(ids)).as("what was passed is not in the trail").isEqualTo(1);
            page.keyboard().press("d");
            Guest.expect(page.locator("[data-beside-news]")).hasText("You may not download this document.");
            assertThat(Accessibility.violations(page)).isEmpty();
            inspector.picture("beside");

            walk(page, "j");
            byte[] file = inspector.downloaded(() -> page.keyboard().press("d"));
            assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("The first of " + mark);
            Guest.expect(preview.locator("pre")).hasText("The first of " + mark);
            page.keyboard().press("Enter");
            page.waitForURL("**/portal/documents/" + ids.get(0));

            page.goBack();
            assertThat(page.locator("[data-beside]").isVisible()).as("kept").isTrue();
            page.keyboard().press("?");
            Locator dialog = page.locator("#keys");
            Guest.expect(dialog).isVisible();
            assertThat(Accessibility.violations(page)).isEmpty();
            inspector.picture("keys");
            page.keyboard().press("j");
            dialog.locator("[data-keys-use]").focus();
            page.waitForResponse("**/preferences", () -> page.keyboard().press("Space"));
            page.keyboard().press("Escape");
            Guest.expect(dialog).not().isVisible();
            page.reload();
            walk(page, "j", "?");
            assertThat(focused(page)).as("turned off").isEqualTo("");
            assertThat(dialog.isVisible()).isFalse();
            assertThat(inspector.complaints()).isEmpty();
        }
        try (Guest inspector = guest(390)) {
            Page page = inspector.page();
            inspector.signIn("inspector-1").open("/portal/home");
            walk(page, "j", "j", "k");
            assertThat(focused(page)).startsWith("/portal/documents/");
            assertThat(page.locator("[data-beside]").isVisible()).isFalse();
            assertThat(Accessibility.violations(page)).isEmpty();
            page.keyboard().press("Enter");
            page.waitForURL("**/portal/documents/*");
            assertThat(inspector.complaints()).isEmpty();
        }
    }

    /** At once: between these keys no time passes, however busy the machine is. */
    private static void walk(Page page, String... keys) {
        page.evaluate(PRESS, List.of(keys));
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.pathname ?? ''");
    }

    private long previewed(List<String> ids) {
        return desk.number(
                "select count(*) from audit_entry where act = 'document-previewed' and actor_id = '%s' and resource_id in ('%s')"
                        .formatted(desk.idOf("inspector-1"), String.join("', '", ids)));
    }

    private String sent(String name) {
        RestClient client = desk.person("client-a1");
        return client.released(client.upload(
                "{\"title\":\"The %s of %s\",\"category\":\"test-report\"}".formatted(name, mark),
                "report.txt",
                "The %s of %s".formatted(name, mark).getBytes(StandardCharsets.UTF_8)));
    }

    private Guest guest(int width) {
        return Chromium.guest(
                desk.stack.portal().url(),
                new NewContextOptions().setLocale("en-GB").setBypassCSP(true).setViewportSize(width, 900));
    }
}
