package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people find first: what they have to do, kept fresh without a reload, each in words of their role. */
class HomeIT {

    private static final String ASK_AGAIN = "() => window.htmx.trigger('#blocks', 'fresh')";

    private final Desk desk = new Desk();
    private final String portal = desk.stack.portal().url();

    @Test
    void newsComesWithoutReloadAndLeavesTheFocusWhereItIs() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String first = sent("First " + mark);
        desk.grant(first, "inspector-1", "DOWNLOAD");
        try (Guest inspector = guest(1280).signIn("inspector-1")) {
            Page page = inspector.page();
            inspector.open("/portal/home");
            Locator link = page.locator("#unread-" + first);
            link.focus();
            assertThat(Accessibility.violations(page)).isEmpty();
            inspector.picture("home-inspector");
            int unchanged = page.waitForResponse("**/portal/home?known=*", () -> page.evaluate(ASK_AGAIN))
                    .status();
            assertThat(unchanged).as("nothing new").isEqualTo(204);
            assertThat(page.locator("#home-news").textContent()).isEmpty();
            String second = sent("Second " + mark);
            desk.grant(second, "inspector-1", "DOWNLOAD");
            page.evaluate(ASK_AGAIN);
            Guest.expect(page.locator("#unread-" + second)).hasCount(1);
            Guest.expect(page.locator("#home-news")).hasText("This page has news.");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("unread-" + first);
            page.locator("#all-unread").click();
            Guest.expect(page.locator(".document__title", new Page.LocatorOptions().setHasText("Second " + mark)))
                    .hasCount(1);
            assertThat(inspector.complaints()).isEmpty();
        }
    }

    @Test
    void eachRoleFindsItsOwn() {
        String lonely = sent("Lonely " + UUID.randomUUID());
        try (Guest admin = guest(1280).signIn("admin")) {
            admin.open("/portal/home");
            assertThat(admin.page().locator("#ungranted-" + lonely).count()).isEqualTo(1);
            assertThat(admin.page().locator("main").innerText())
                    .contains("To decide", "The virus scanner works.", "Mails are sent.", "Files can be stored.");
            assertThat(Accessibility.violations(admin.page())).isEmpty();
            admin.picture("home-admin");
            admin.page().locator("#all-ungranted").click();
            assertThat(admin.page().locator("#chips").innerText()).contains("nobody has access yet");
        }
        try (Guest client = guest(390).signIn("client-a2")) {
            client.open("/portal/home");
            assertThat(client.page().locator("main").innerText())
                    .contains("Nouveau pour vous", "En cours de contr\u00f4le", "Envoyer un document");
            assertThat(Accessibility.violations(client.page())).isEmpty();
            client.picture("home-client");
        }
        try (Guest officer = guest(1280).signIn("dpo")) {
            officer.open("/portal");
            assertThat(officer.page().url()).endsWith("/portal/home");
            assertThat(officer.page().locator("main").innerText()).contains("New for you", "Supervision");
            assertThat(officer.complaints()).isEmpty();
        }
    }

    private String sent(String title) {
        RestClient client = desk.person("client-a1");
        return client.released(client.upload(
                "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title), "report.txt", Desk.TEXT));
    }

    private Guest guest(int width) {
        return Chromium.guest(portal, new NewContextOptions().setLocale("en-GB").setViewportSize(width, 844));
    }
}
