package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bell: how much there is that its reader has not read, on every page, kept fresh while they look at it. */
class BellIT {

    private final Desk desk = new Desk();

    @Test
    void bellTellsOfAGrantLeadsToTheDocumentAndIsReadThen() {
        desk.person("inspector-1").call("PUT", "/me/news/read", "{}", "Content-Type", "application/json");
        String title = "Bell " + UUID.randomUUID();
        try (Guest inspector = Chromium.guest(desk.stack.portal().url(), new NewContextOptions().setLocale("en-GB"))
                .signIn("inspector-1")) {
            Page page = inspector.page();
            Locator bell = page.locator("#bell");
            Guest.expect(bell).hasText("News, nothing unread");
            desk.grant(sent(title), "inspector-1", "DOWNLOAD");
            page.evaluate("() => window.htmx.trigger('#blocks', 'fresh')");
            Guest.expect(bell).hasText("News, 1 unread1");
            inspector.open("/portal/documents");
            desk.grant(sent("Other " + title), "inspector-1", "DOWNLOAD");
            page.evaluate("() => window.htmx.trigger('#bell', 'fresh')");
            Guest.expect(bell).hasText("News, 2 unread2");
            bell.click();
            page.locator(".news__title").first().waitFor();
            assertThat(Accessibility.violations(page)).isEmpty();
            inspector.link(title).click();
            Guest.expect(page.locator("h1")).hasText(title);
            Guest.expect(bell).hasText("News, 1 unread1");
            bell.click();
            inspector.button("Mark all as read").click();
            Guest.expect(bell).hasText("News, nothing unread");
            Guest.expect(page.locator(".news__item--unread")).hasCount(0);
            assertThat(inspector.complaints()).isEmpty();
        }
    }

    private String sent(String title) {
        RestClient client = desk.person("client-a1");
        return client.released(client.upload(
                "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title), "report.txt", Desk.TEXT));
    }
}
