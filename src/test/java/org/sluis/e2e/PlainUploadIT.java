package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Eicar;
import org.sluis.stack.SharedStack;

/** Sending without script: one document by a plain form. Buttons are pressed by key, as where the driver cannot tell when a page rests. */
class PlainUploadIT {

    private final String portal = SharedStack.get().portal().url();

    @Test
    void documentIsSentAndShownWithItsState() {
        try (Guest client = guest("en-GB").signIn("client-a1")) {
            client.open("/portal/upload");
            assertThat(client.page().locator(".drop").isVisible()).isFalse();
            client.picture("plain-upload");
            String title = "Strength " + UUID.randomUUID();
            fill(client, title, "test-report");
            client.page().locator("#description").fill("Ten cubes");
            client.page()
                    .locator("#file")
                    .setInputFiles(new FilePayload("strength.txt", "text/plain", "52,5".getBytes(UTF_8)));
            client.button("Send").press("Enter");
            client.page().waitForURL("**/portal/documents/*");
            assertThat(client.heading()).isEqualTo(title);
            assertThat(client.page().locator(".notice .state").first().innerText())
                    .isEqualTo("Available");
            client.page().navigate(client.page().url() + "?tab=details");
            assertThat(client.page().locator(".document-description").innerText())
                    .isEqualTo("Ten cubes");
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndWhatWasTypedStays() {
        try (Guest client = guest("nl-BE").signIn("client-b1")) {
            client.open("/portal/upload");
            client.page().locator("#description").fill("Tien kubussen");
            client.button("Versturen").press("Enter");
            client.page().locator("[role=alert]:visible").waitFor();
            assertThat(client.page().title()).isEqualTo("Fout: Documenten versturen · Sluis");
            assertThat(client.page().locator("[role=alert]:visible a").count()).isEqualTo(3);
            assertThat(client.page().locator("#title-error").isVisible()).isTrue();
            assertThat(client.page().locator("#category-error").innerText()).isEqualTo("Kies een categorie.");
            assertThat(client.page().locator("#file-error").innerText()).isEqualTo("Kies een bestand.");
            assertThat(client.page().locator("#description").inputValue()).isEqualTo("Tien kubussen");
            client.picture("plain-upload-errors");

            fill(client, "Druksterkte", "test-report");
            client.page().locator("#file").setInputFiles(new FilePayload("leeg.txt", "text/plain", new byte[0]));
            client.button("Versturen").press("Enter");
            client.page().locator("#file-error").waitFor();
            assertThat(client.page().locator("[role=alert]:visible a").count()).isEqualTo(1);
            assertThat(client.page().locator("#title").inputValue()).isEqualTo("Druksterkte");
            assertThat(client.page().locator("#category").inputValue()).isEqualTo("test-report");
        }
    }

    @Test
    void furtherVersionIsSentAndWithoutAFileAskedForAgain() {
        String id = new Desk().released();
        try (Guest client = guest("en-GB").signIn("client-a1")) {
            client.open("/portal/documents/" + id);
            client.link("Send a new version").press("Enter");
            client.button("Send").press("Enter");
            client.page().locator("#file-error").waitFor();
            assertThat(client.page().title()).startsWith("Error: ");
            client.picture("plain-revision-error");
            client.page()
                    .locator("#file")
                    .setInputFiles(new FilePayload("strength.txt", "text/plain", "53".getBytes(UTF_8)));
            client.button("Send").press("Enter");
            client.page().waitForURL("**/portal/documents/" + id);
            client.link("Versions").press("Enter");
            client.page().waitForURL("**?tab=versions");
            assertThat(client.page().locator(".versions > li").count()).isEqualTo(2);
        }
    }

    @Test
    void refusedDocumentIsCorrectedFromItsPage() {
        try (Guest client = guest("en-GB").signIn("client-a1")) {
            client.open("/portal/upload");
            fill(client, "Refused " + UUID.randomUUID(), "test-report");
            client.page().locator("#file").setInputFiles(new FilePayload("eicar.txt", "text/plain", Eicar.bytes()));
            client.button("Send").press("Enter");
            client.page().waitForURL("**/portal/documents/*");
            Guest.expect(client.page().locator(".notice--rejected .refusal")).isVisible();
            client.link("Send a corrected file").press("Enter");
            client.page()
                    .locator("#file")
                    .setInputFiles(new FilePayload("clean.txt", "text/plain", "52,5".getBytes(UTF_8)));
            client.button("Send").press("Enter");
            Guest.expect(client.page().locator(".notice--available")).isVisible();
            client.link("Versions").press("Enter");
            Guest.expect(client.page().locator(".versions > li")).hasCount(2);
        }
    }

    private static void fill(Guest client, String title, String category) {
        client.page().locator("#title").fill(title);
        client.page().locator("#category").selectOption(category);
    }

    private Guest guest(String locale) {
        return Chromium.guest(
                portal,
                new NewContextOptions()
                        .setViewportSize(1280, 800)
                        .setLocale(locale)
                        .setJavaScriptEnabled(false));
    }
}
