package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Two administrators save one thing: whoever comes second sees both values, and decides. */
class ConflictIT {

    private final Registry registry = new Registry();

    @Test
    void secondToSaveComparesAndDecidesOnAPhoneAsWell() {
        String company = registry.organisation("PRODUCER");
        String person = registry.member(Registry.address(), company);
        try (Guest admin = signedIn()) {
            admin.open("/portal/organisations/" + company + "/edit");
            patched(
                    "/organisations/" + company,
                    "{\"city\":\"Gent\",\"type\":\"OTHER\",\"phone\":\"+32 59 11 22 33\"}");
            admin.page().locator("#city").fill("Brugge");
            admin.page().locator("#type").selectOption("LABORATORY");
            admin.button("Save").click();
            Locator conflict = admin.page().locator(".conflict");
            Guest.expect(conflict).isFocused();
            assertThat(conflict.locator("tbody tr").allInnerTexts())
                    .anySatisfy(row -> assertThat(row).contains("City", "Brugge", "Gent"))
                    .anySatisfy(row -> assertThat(row).contains("Type").doesNotContain("OTHER"));
            assertThat(admin.page().locator("#city").inputValue()).isEqualTo("Brugge");
            assertThat(Accessibility.violations(admin.page())).isEmpty();
            admin.picture("conflict-phone");
            conflict.locator("button").click();
            Guest.expect(admin.page().locator(".notice--available")).isVisible();
            JsonNode saved = RestClient.json(registry.admin.get("/organisations/" + company));
            assertThat(saved.path("city").asText()).isEqualTo("Brugge");
            assertThat(saved.path("type").asText()).isEqualTo("LABORATORY");
            assertThat(saved.path("phone").asText()).as("nobody's to overwrite").isEqualTo("+32 59 11 22 33");

            admin.open("/portal/organisations/" + company + "/edit");
            patched("/organisations/" + company, "{\"type\":\"OTHER\"}");
            admin.page().evaluate("document.querySelector('#type option:checked').value = 'NO-SUCH-TYPE'");
            admin.button("Save").click();
            Guest.expect(conflict).containsText("NO-SUCH-TYPE");

            admin.open("/portal/people/" + person + "/edit");
            patched("/people/" + person, "{\"function\":\"Driver\",\"contactRoles\":[\"QUALITY\"]}");
            admin.page().locator("#function").fill("Fleet manager");
            admin.button("Save").first().click();
            Guest.expect(conflict).containsText("Fleet manager");
            admin.link("Keep theirs").click();
            Guest.expect(conflict).isHidden();
            Guest.expect(admin.page().locator(".facts").first()).containsText("Driver");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    private void patched(String path, String json) {
        assertThat(registry.patch(path, json).statusCode()).isEqualTo(200);
    }

    private Guest signedIn() {
        return Chromium.guest(
                        registry.desk.stack.portal().url(),
                        new NewContextOptions()
                                .setViewportSize(390, 844)
                                .setLocale("en-GB")
                                .setBypassCSP(true))
                .signIn("admin");
    }
}
