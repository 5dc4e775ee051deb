package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data protection officer is asked about a document: who could read it, why this person, and what was done with it. */
class DpoQuestionsIT {

    private final Desk desk = new Desk();
    private final String portal = desk.stack.portal().url();

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void whoCouldReadItWhyAndWhatTheyDid(int width) {
        String document = desk.released();
        desk.grant(document, "inspector-1", "DOWNLOAD");
        desk.person("client-b1");
        assertThat(desk.person("inspector-1")
                        .get("/documents/" + document + "/content")
                        .statusCode())
                .isEqualTo(200);
        try (Guest dpo = guest(width).signIn("dpo")) {
            Page page = dpo.page();
            page.locator("#all-questions").click();
            everythingWrongIsSaidAtOnce(dpo);

            page.locator("#document").fill(portal + "/portal/documents/" + document);
            dpo.button("Ask").click();
            Locator readers = page.locator("#answer tbody tr");
            Guest.expect(readers).hasCount(2);
            Guest.expect(readers.filter(new FilterOptions().setHasText("inspection")))
                    .containsText("Download");
            assertThat(page.content()).doesNotContain("Strength of batch 7");

            page.locator("#person").fill("inspector-1@example.org");
            dpo.button("Ask").click();
            Guest.expect(page.locator("#answer h2")).containsText("Yes:");
            Guest.expect(page.locator(".rules li")).hasCount(3);
            Guest.expect(page.locator("#answer tbody th")).hasText("The grant is in force.");
            page.locator("#person").fill("client-b1@example.org");
            dpo.button("Ask").click();
            Guest.expect(page.locator("#answer h2")).containsText("No:");
            Guest.expect(page.locator("#answer")).containsText("has never been given access");

            dpo.link("What was done with it").click();
            Locator downloaded =
                    page.locator(".trail tbody tr").filter(new FilterOptions().setHasText("Downloaded a document"));
            Guest.expect(downloaded).hasCount(1);
            Guest.expect(page.locator("#chips li")).hasCount(1);
            downloaded.locator("a").first().click();
            Guest.expect(page.locator("h1")).hasText("Downloaded a document");
            Guest.expect(page.locator(".facts")).containsText("Version");
            assertThat(dpo.complaints()).isEmpty();
        }
    }

    private static void everythingWrongIsSaidAtOnce(Guest dpo) {
        Page page = dpo.page();
        page.locator("#day").fill("2999-01-01");
        dpo.button("Ask").click();
        Guest.expect(page.locator("[role=alert] li")).hasCount(2);
        assertThat(page.title()).startsWith("Error:");
        page.waitForFunction("document.activeElement.getAttribute('role') === 'alert'");
        assertThat(page.locator("#day").inputValue()).isEqualTo("2999-01-01");
        page.locator("#day").fill("");
    }

    private Guest guest(int width) {
        return Chromium.guest(
                portal, new NewContextOptions().setViewportSize(width, 844).setLocale("en-GB"));
    }
}
