package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The list of documents at work: dense, searched while typing, and found again as it was left. */
@TestInstance(Lifecycle.PER_CLASS)
class DocumentListIT {

    private static final int MORE_THAN_A_PAGE = 51;

    private final Stack stack = SharedStack.get();
    private final String mark = UUID.randomUUID().toString();
    private final String list = "/portal/documents?q=" + mark;

    @Test
    void listIsDenseSearchedWithoutHistoryAndFoundAsItWasLeft() {
        RestClient sender = new RestClient(stack, "client-a1");
        IntStream.rangeClosed(1, MORE_THAN_A_PAGE).forEach(number -> send(sender, number));
        try (Guest admin = signedIn(1280, 900)) {
            Page page = admin.page();
            admin.open("/portal/quarantine");
            admin.open("/portal/documents");
            page.locator("#q").pressSequentially("b\u00e9ton ");
            Guest.expect(page.locator("#chips .chip")).hasCount(1);
            page.locator("#q").pressSequentially("\"batch 7 of\" " + mark);
            Guest.expect(page.locator(".document")).hasCount(1);
            assertThat(page.locator(".document__title mark").allInnerTexts()).contains("Beton", "batch 7 of");
            assertThat(page.locator("#count").innerText()).isEqualTo("1 document");
            assertThat(page.locator("#chips .chip").innerText()).contains("b\u00e9ton \"batch 7 of\"");
            page.goBack();
            assertThat(page.url()).as("typing made no history").endsWith("/portal/quarantine");

            admin.open(list + "&state=AVAILABLE");
            assertThat(inSight(page)).as("rows at 900 pixels").isGreaterThanOrEqualTo(18);
            assertThat(page.locator(".document .cell--access").first().innerText())
                    .isEqualTo("Nobody yet");
            page.locator(".documents__more a").click();
            Guest.expect(page.locator(".document")).hasCount(MORE_THAN_A_PAGE);
            page.locator(".document__title").last().click();
            page.locator("a.back").click();
            Guest.expect(page.locator(".document")).hasCount(MORE_THAN_A_PAGE);
            assertThat(page.url()).contains("state=AVAILABLE").contains("shown=100");
            page.goBack();
            page.goBack();
            Guest.expect(page.locator(".document")).hasCount(MORE_THAN_A_PAGE);
            page.locator("#chips .chip", new Page.LocatorOptions().setHasText("Available"))
                    .locator("a")
                    .click();
            page.waitForURL(url -> url.contains("q=" + mark) && !url.contains("state="));

            page.locator(".columns-choice summary").click();
            page.locator("[name=column][value=sender]").uncheck();
            admin.button("Show these columns").click();
            Guest.expect(page.locator("thead")).not().containsText("Sender");
            assertThat(page.url()).as("the list stays as it is").contains("q=" + mark);
            assertThat(page.locator("thead").innerText()).contains("Organisation");
            assertThat(Accessibility.violations(page)).isEmpty();
            admin.picture("documents-dense");
            page.setViewportSize(390, 844);
            assertThat(page.locator(".document .cell").first().isVisible()).isFalse();
            assertThat(page.locator(".document__facts").first().innerText()).contains("Test report");
            assertThat(Accessibility.violations(page)).isEmpty();
            admin.picture("documents-phone");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    private void send(RestClient client, int number) {
        client.released(client.upload(
                "{\"title\":\"Beton, batch %d of %s\",\"category\":\"test-report\"}".formatted(number, mark),
                "report.txt",
                Desk.TEXT));
    }

    private static long inSight(Page page) {
        Locator rows = page.locator(".document");
        double bottom = page.locator(".selection").boundingBox().y;
        return rows.all().stream()
                .map(Locator::boundingBox)
                .filter(box -> box.y + box.height <= bottom)
                .count();
    }

    private Guest signedIn(int width, int height) {
        return Chromium.guest(
                        stack.portal().url(),
                        new NewContextOptions().setLocale("en-GB").setViewportSize(width, height))
                .signIn("admin");
    }
}
