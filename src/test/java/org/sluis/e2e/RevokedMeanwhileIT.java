package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody looks at a document while their access to it is revoked: their next click says that it is gone, and not why. */
class RevokedMeanwhileIT {

    private final Desk desk = new Desk();
    private final String portal = desk.stack.portal().url();

    @Test
    void nextClickSaysThatItIsGoneInFrench() {
        String title = "Rapport " + UUID.randomUUID();
        RestClient client = desk.person("client-a1");
        String document = client.released(client.upload(
                "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title), "rapport.txt", Desk.TEXT));
        desk.grant(document, "client-a2", "DOWNLOAD");
        try (Guest reader = Chromium.guest(portal, new NewContextOptions().setLocale("fr-BE"))
                .signIn("client-a2")) {
            Page page = reader.page();
            Guest.expect(page.locator("#blocks")).containsText(title);
            reader.open("/portal/documents/" + document);
            page.locator("#preview a.btn").waitFor();
            revoke(document);

            page.locator("#preview a.btn").click();
            Guest.expect(page.locator("#announcer")).containsText("n’est plus disponible pour vous");
            Response gone = page.waitForResponse(
                    answer -> answer.url().endsWith("/content"),
                    () -> page.locator("a[href$='/content']").first().click());
            assertThat(gone.status()).isEqualTo(404);
            Guest.expect(page.locator("h1")).hasText("Introuvable");
            Guest.expect(page.locator(".problem__advice")).containsText("pas ou plus partagé avec vous");
            assertThat(page.content()).doesNotContain(title);
            Response random = reader.visit("/portal/documents/%s/content".formatted(UUID.randomUUID()));
            assertThat(random.status()).isEqualTo(404);

            reader.open("/portal/home");
            Guest.expect(page.locator("#blocks")).not().containsText(title);
            assertThat(reader.complaints())
                    .allSatisfy(told -> assertThat(told).startsWith("Response Status Error Code 404"));
        }
    }

    private void revoke(String document) {
        RestClient admin = desk.person("admin");
        String person = desk.idOf("client-a2");
        RestClient.json(admin.get("/documents/" + document + "/grants"))
                .path("items")
                .forEach(grant -> {
                    if (grant.at("/principal/id").asText().equals(person)) {
                        String path = "/documents/%s/grants/%s"
                                .formatted(document, grant.path("id").asText());
                        assertThat(admin.delete(path).statusCode()).isEqualTo(204);
                    }
                });
    }
}
