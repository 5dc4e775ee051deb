package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The session is over while something is typed: one signs in again beside the page and goes on with it. */
class SessionEndedIT {

    private final Registry registry = new Registry();
    private final String portal = registry.desk.stack.portal().url();

    @Test
    void dialogGoesOnOnAPhoneInDutch() {
        String company = registry.organisation("PRODUCER");
        String address = Registry.address();
        registry.patch("/people/" + registry.member(address, company), "{\"organisationAdministrator\":true}");
        registry.member(Registry.address(), company);
        try (Guest chief = guest(390).signIn(address)) {
            chief.open("/portal/colleagues");
            chief.page().locator(".members .btn-outline-danger").click();
            Guest.expect(chief.page().locator("#confirm")).isVisible();
            endTheSession(chief);
            chief.page().locator("#confirm [value=yes]").click();
            Guest.expect(part(chief, "over")).isVisible();
            Guest.expect(chief.link("Opnieuw aanmelden")).isFocused();
            chief.picture("session-ended-phone");
            assertThat(Accessibility.violations(chief.page())).isEmpty();
            chief.page().waitForPopup(() -> chief.link("Opnieuw aanmelden").click());
            chief.button("Nu verzenden").click();
            chief.page().locator("#confirm [value=yes]").click();
            Guest.expect(chief.page().locator(".members .state--rejected")).hasCount(1);
        }
    }

    @Test
    void editFormIsSentForItsOwnPersonOnly() {
        String company = registry.organisation("PRODUCER");
        try (Guest admin = guest(1280).signIn("admin")) {
            admin.open("/portal/organisations/" + company + "/edit");
            admin.page().locator("#city").fill("Oostende");
            admin.context().clearCookies();
            admin.button("Save").click();
            Page popup =
                    admin.page().waitForPopup(() -> admin.link("Sign in again").click());
            signIn(popup, "admin-2");
            Guest.expect(part(admin, "other")).isVisible();
            Guest.expect(admin.link("Open the portal")).isFocused();
            Guest.expect(admin.button("Send now")).isHidden();
            admin.context().clearCookies();
            admin.button("Back to the page").click();
            assertThat(admin.page().locator("#city").inputValue()).isEqualTo("Oostende");
            admin.button("Save").click();
            Page again =
                    admin.page().waitForPopup(() -> admin.link("Sign in again").click());
            signIn(again, "admin");
            admin.button("Send now").click();
            admin.page().locator(".notice--available").waitFor();
            Guest.expect(admin.page().locator(".facts")).containsText("Oostende");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** Nothing waits to be sent: whoever is back finds what they were looking for. */
    @Test
    void searchIsAskedAgainByItself() {
        try (Guest admin = guest(1280).signIn("admin")) {
            admin.open("/portal/documents");
            endTheSession(admin);
            admin.page().locator("#q").fill("nothing is called so");
            admin.page().waitForPopup(() -> admin.link("Sign in again").click());
            Guest.expect(admin.page().locator(".empty h2")).hasText("No document matches");
            Guest.expect(part(admin, "same")).isHidden();
        }
    }

    @Test
    void grantingGoesOnWithItsPeopleAndTheButtonThatWasPressed() {
        String document = registry.desk.released();
        registry.desk.person("inspector-1");
        try (Guest admin = guest(1280).signIn("admin")) {
            admin.open("/portal/granting?document=" + document);
            admin.page().locator("#who").fill("inspector-1@");
            admin.page().locator("[role=option]").first().click();
            admin.page().locator("#field-purpose").fill("yearly inspection");
            endTheSession(admin);
            admin.page().locator("[name=act][value=review]").click();
            admin.page().waitForPopup(() -> admin.link("Sign in again").click());
            admin.button("Send now").click();
            Guest.expect(admin.page().locator("main")).containsText("yearly inspection");
            assertThat(admin.complaints()).isEmpty();
        }
    }

    @Test
    void withoutScriptWhatWasTypedWaitsOnThePage() {
        String company = registry.organisation("PRODUCER");
        NewContextOptions plain = new NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false);
        try (Guest admin = Chromium.guest(portal, plain).signIn("admin")) {
            admin.open("/portal/organisations/" + company + "/edit");
            admin.page().locator("#city").fill("Sint-Niklaas & Zn.");
            endTheSession(admin);
            admin.button("Save").press("Enter");
            Guest.expect(admin.page().locator("h1")).hasText("You were signed out");
            admin.page().waitForPopup(() -> admin.link("Sign in again").click()).waitForURL("**/session/again");
            admin.button("I have signed in: go on").press("Enter");
            Guest.expect(admin.page().locator("h1")).hasText("You are signed in again");
            admin.button("Send now").press("Enter");
            Guest.expect(admin.page().locator(".notice--available")).isVisible();
            Guest.expect(admin.page().locator(".facts")).containsText("Sint-Niklaas & Zn.");
        }
    }

    private static void signIn(Page window, String account) {
        window.locator("#username").fill(account);
        window.locator("#password").fill(account);
        window.locator("#kc-login").click();
    }

    private static Locator part(Guest guest, String state) {
        return guest.page().locator("#again [data-when=" + state + "]");
    }

    /** At the portal; the realm still knows the person. */
    private static void endTheSession(Guest guest) {
        guest.context().clearCookies(new ClearCookiesOptions().setName(Visitor.SESSION));
    }

    private Guest guest(int width) {
        return Chromium.guest(
                portal,
                new NewContextOptions()
                        .setViewportSize(width, 844)
                        .setLocale("en-GB")
                        .setBypassCSP(true));
    }
}
