package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;

/** The main job in the browser, as its people go through it. */
class JourneyIT {

    private static final String PURPOSE = "inspection of batch 7";

    private static final int PAGE = 50;

    @Test
    void documentGoesFromItsClientToTheInspectorItIsGrantedToAndToNobodyElse() {
        try (Guest client = signedIn("client-a1");
                Guest inspector = signedIn("inspector-1");
                Guest admin = signedIn("admin");
                Guest stranger = signedIn("client-b1")) {
            FilePayload report = Pdf.named("strength-batch-7.pdf", "28 days: 52,5 N/mm2");
            String title = unique("Compressive strength, batch 7");
            String id = client.send(title, "Ten cubes, ready-mix plant Ghent", report);
            client.picture("document-client");
            client.link("Details").click();
            Guest.expect(client.page().locator(".facts")).containsText(report.buffer.length + " bytes");
            assertThat(client.heading()).isEqualTo(title);

            inspector.open("/portal/documents/" + id);
            assertThat(inspector.heading()).isEqualTo("Not found");

            grant(admin, title);
            admin.picture("document-granted");

            inspector.open("/portal/documents");
            inspector.picture("documents-inspector");
            inspector.link(title).click();
            inspector.picture("document-inspector");
            assertThat(inspector.downloaded(() -> inspector.link("Download").click()))
                    .isEqualTo(report.buffer);

            stranger.open("/portal/documents");
            assertThat(stranger.page().content()).doesNotContain(title);
            assertThat(absent(stranger, id))
                    .isEqualTo(absent(stranger, UUID.randomUUID().toString()));

            revoke(admin);
            inspector.open("/portal/documents/" + id);
            assertThat(inspector.heading()).isEqualTo("Not found");
            inspector.picture("not-found");
            assertThat(client.complaints()).isEmpty();
            assertThat(admin.complaints()).isEmpty();
            assertThat(inspector.complaints()).isEmpty();
        }
    }

    /** Whoever belongs to the organisation reads what is granted to it; the list says to what kind of holder. */
    @Test
    void organisationIsGrantedAndItsMembersRead() {
        try (Guest client = signedIn("client-a1");
                Guest reader = signedIn("client-b1");
                Guest admin = signedIn("admin")) {
            String id = client.send(unique("For the whole quarry"), "", Pdf.named("quarry.pdf", "for all of B"));
            admin.open("/portal/documents/" + id);
            admin.page().locator("#grants").waitFor();
            admin.link("Grant access").click();
            admin.page().locator("#who").fill("organisation b");
            Locator found = admin.page().locator("[role=option][data-principal^=ORGANISATION]");
            assertThat(found.first().innerText()).contains("Organisation B").contains("Other organisation");
            found.first().click();
            admin.page().locator("#field-purpose").fill(PURPOSE);
            admin.picture("grant-organisation");
            admin.button("Review").click();
            admin.button("Grant access").click();
            Guest.expect(admin.page().locator("#sure-error")).isVisible();
            admin.page().locator("[name=sure]").check();
            admin.button("Grant access").click();
            admin.page().waitForURL("**/portal/granting/given/*");
            admin.open("/portal/documents/" + id);
            admin.page().locator("#grants").waitFor();
            Locator row = admin.page().locator(".grants tr", new LocatorOptions().setHasText("Organisation B"));
            assertThat(row.locator(".principal").innerText()).isEqualTo("Organisation");

            reader.open("/portal/documents/" + id);
            assertThat(reader.link("Downloaden").count()).isEqualTo(1);
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void listShowsMoreForAsLongAsThereIsMore() {
        String title = unique("Cube");
        RestClient sender = new RestClient(SharedStack.get(), "client-a1");
        for (int number = 0; number <= PAGE; number++) {
            sender.upload(
                    "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title),
                    "cube.txt",
                    "52,5 N/mm2".getBytes(StandardCharsets.UTF_8));
        }
        try (Guest client = signedIn("client-a1")) {
            client.open("/portal/documents?q=" + title.replace(" ", "+"));
            Locator found = client.page().locator(".document");
            Guest.expect(found).hasCount(PAGE);
            client.link("Show more").click();
            Guest.expect(found).hasCount(PAGE + 1);
            Guest.expect(client.link("Show more")).hasCount(0);
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void everybodyReadsTheirOwnLanguageWhateverTheBrowserSays() {
        try (Guest french = signedIn("client-a2");
                Guest dutch = signedIn("client-b1")) {
            french.open("/portal/upload");
            assertThat(french.page().locator("html").getAttribute("lang")).isEqualTo("fr");
            assertThat(french.heading()).isEqualTo("Envoyer des documents");
            french.picture("upload-french");
            dutch.open("/portal/upload");
            assertThat(dutch.page().locator("html").getAttribute("lang")).isEqualTo("nl");
            assertThat(dutch.heading()).isEqualTo("Documenten versturen");
            dutch.picture("upload-dutch");
        }
    }

    @Test
    void wordsOfOthersAreShownAsTextAndNothingInThemRuns() {
        String naughty = unique("</title><script>alert(1)</script><img src=x onerror=alert(2)>'\"${7*7}[[${7*7}]]");
        String description = "</textarea><svg onload=alert(3)><a href=\"javascript:alert(4)\">x</a>";
        String fileName = "<img src=x onerror=alert(5)>'{{7*7}}.pdf";
        try (Guest client = signedIn("client-a1");
                Guest admin = signedIn("admin")) {
            String id = client.send(naughty, description, Pdf.named(fileName, "harmless"));
            assertThat(client.heading()).isEqualTo(naughty);
            client.link("Details").click();
            Guest.expect(client.page().locator(".document-description")).hasText(description);
            client.link("Versions").click();
            Guest.expect(client.page().locator(".versions")).containsText("img src=x onerror=alert(5)");
            client.picture("naughty");
            client.open("/portal/documents?q=" + "%22%3E%3Cscript%3Ealert(6)%3C/script%3E");
            assertThat(client.page().locator("#q").inputValue()).isEqualTo("\"><script>alert(6)</script>");
            client.open("/portal/documents");
            assertThat(client.page().locator(".document__title").allInnerTexts())
                    .contains(naughty);

            admin.open("/portal/documents/" + id);
            admin.page().locator("#grants").waitFor();
            grantTo(admin, "ingrid", "<script>alert(7)</script>");
            assertThat(admin.page().locator(".grants").innerText()).contains("<script>alert(7)</script>");
            assertThat(client.complaints()).isEmpty();
            assertThat(admin.complaints()).isEmpty();
        }
    }

    private static void grant(Guest admin, String title) {
        admin.open("/portal/documents");
        admin.page().locator("#q").fill(title);
        Guest.expect(admin.page().locator(".document")).hasCount(1);
        admin.link(title).click();
        admin.page().locator("#grants").waitFor();
        grantTo(admin, "inspector-1@", PURPOSE);
        Locator row = admin.page().locator(".grants tr", new LocatorOptions().setHasText("Ingrid Janssens"));
        assertThat(row.innerText()).contains("Download").contains(PURPOSE).contains("Ada Maes");
    }

    private static void grantTo(Guest admin, String words, String purpose) {
        String document = admin.page().url();
        admin.link("Grant access").click();
        admin.page().locator("#who").fill(words);
        admin.page()
                .locator("[role=option]", new LocatorOptions().setHasText("Ingrid Janssens"))
                .click();
        admin.page().locator("#field-purpose").fill(purpose);
        admin.picture("granting");
        admin.button("Review").click();
        admin.button("Grant access").click();
        admin.page().waitForURL("**/portal/granting/given/*");
        admin.page().navigate(document);
        admin.page().locator("#grants").waitFor();
    }

    private static void revoke(Guest admin) {
        admin.button("Revoke the access of Ingrid Janssens").click();
        Guest.expect(admin.page().locator("#confirm-text"))
                .hasText("Revoke the access of Ingrid Janssens? It ends at once.");
        admin.picture("revoke-question");
        admin.confirm();
        Guest.expect(admin.page().locator("#grants .notice--available")).hasText("Access was revoked.");
    }

    private static String absent(Guest stranger, String id) {
        stranger.open("/portal/documents/" + id);
        assertThat(stranger.heading()).isEqualTo("Niet gevonden");
        return stranger.page().locator("main").innerHTML();
    }

    private static String unique(String title) {
        return title + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    private Guest signedIn(String account) {
        return Chromium.guest(
                        SharedStack.get().portal().url(),
                        new NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB"))
                .signIn(account);
    }
}
