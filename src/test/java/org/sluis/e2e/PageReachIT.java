package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** Whom the pages reach: keyboards, and browsers without script. {@link EveryPageIT} has screens and screen readers. */
class PageReachIT {

    private static final int MANY_TABS = 40;

    private final Stack stack = SharedStack.get();
    private final String portal = stack.portal().url();

    /** Whom access is granted to is known by the first call. */
    @BeforeEach
    void inspectorIsKnown() {
        assertThat(new RestClient(stack, "inspector-1").get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void keyboardAloneSendsADocument() {
        try (Guest client = Chromium.guest(portal, desktop()).signIn("client-a1")) {
            client.open("/portal/upload");
            tabTo(client.page(), "#files");
            client.page().keyboard().press("Enter");
            client.fileChooser().setFiles(Pdf.named("keyboard.pdf", "typed"));
            client.page().locator(".tray-row").waitFor();
            tabTo(client.page(), "[name=title]");
            client.page().keyboard().press("ControlOrMeta+A");
            client.page().keyboard().type("Sent by keyboard");
            tabTo(client.page(), "[name=category]");
            client.page().keyboard().press("ArrowDown");
            tabTo(client.page(), "#tray [data-send]");
            client.page().keyboard().press("Enter");
            client.page().locator(".tray-row[data-state=AVAILABLE]").waitFor();
            tabTo(client.page(), ".tray-row a.btn-primary");
            client.page().keyboard().press("Enter");
            client.page().waitForURL("**/portal/documents/*");
            Guest.expect(client.page().locator("h1")).hasText("Sent by keyboard");
        }
    }

    @Test
    void keyboardAloneGrantsARight() {
        String id = EveryPage.sent(stack);
        try (Guest admin = Chromium.guest(portal, desktop()).signIn("admin")) {
            admin.open("/portal/documents/" + id);
            tabTo(admin.page(), ".page-head a[href^='/portal/granting']");
            admin.page().keyboard().press("Enter");
            admin.page().waitForURL("**/portal/granting?*");
            tabTo(admin.page(), "#who");
            admin.page().keyboard().type("ingrid");
            admin.page().locator("[role=option]").first().waitFor();
            assertThat(admin.page().locator("#who").getAttribute("aria-expanded"))
                    .isEqualTo("true");
            admin.page().keyboard().press("ArrowDown");
            admin.page().keyboard().press("ArrowUp");
            admin.page().keyboard().press("Enter");
            Guest.expect(admin.page().locator("[data-chosen-people] input")).hasCount(1);
            tabTo(admin.page(), "#field-purpose");
            admin.page().keyboard().type("inspection");
            tabTo(admin.page(), "[value=review]");
            admin.page().keyboard().press("Enter");
            admin.page().locator("[value=grant]").waitFor();
            tabTo(admin.page(), "[value=grant]");
            admin.page().keyboard().press("Enter");
            admin.page().waitForURL("**/portal/granting/given/*");
            admin.open("/portal/documents/" + id + "/grants");
            assertThat(admin.page().locator(".grants tbody tr").count()).isEqualTo(2);
        }
    }

    /** Buttons are pressed by key: the driver cannot tell when a page without script has come to rest. */
    @Test
    void withoutScriptDocumentsAreReadGrantedAndRevoked() {
        String id = EveryPage.sent(stack);
        try (Guest admin =
                Chromium.guest(portal, desktop().setJavaScriptEnabled(false)).signIn("admin")) {
            admin.open("/portal/documents");
            admin.page().locator("#q").fill("no such document");
            admin.button("Search").click();
            assertThat(admin.page().locator(".empty h2").innerText()).isEqualTo("No document matches");

            admin.open("/portal/documents/" + id);
            assertThat(admin.page().locator("#grants tbody tr").count()).isEqualTo(1);
            admin.link("Grant access").click();
            admin.page().locator("#who").fill("ingrid");
            admin.page().locator("#field-purpose").fill("inspection");
            admin.page().locator("#who").press("Enter");
            admin.page().locator(".combobox .people input").first().check();
            assertThat(admin.page().locator("#field-purpose").inputValue()).isEqualTo("inspection");
            admin.page().locator("#field-validUntil").fill("2020-01-01");
            admin.button("Review").press("Enter");
            assertThat(admin.page().locator("#validUntil-error").innerText())
                    .isEqualTo("Please give a day that is not in the past.");
            assertThat(admin.page().title()).startsWith("Error:");
            assertThat(admin.page()
                            .locator("[data-chosen-people] input")
                            .first()
                            .isChecked())
                    .isTrue();
            admin.picture("grant-complaint");

            admin.page().locator("#field-validUntil").fill("");
            admin.button("Review").press("Enter");
            admin.button("Grant access").waitFor();
            admin.page().goBack();
            assertThat(admin.page().locator("#field-purpose").inputValue()).isEqualTo("inspection");
            Guest.expect(admin.page().locator("[data-chosen-people] input")).hasCount(1);
            admin.button("Review").press("Enter");
            admin.button("Grant access").press("Enter");
            assertThat(admin.heading()).isEqualTo("Access granted");
            admin.open("/portal/documents/" + id + "/grants");
            admin.button("Revoke the access of Ingrid Janssens").press("Enter");
            assertThat(admin.page().locator("#grants .notice--available").innerText())
                    .isEqualTo("Access was revoked.");
            assertThat(admin.page().locator(".grants tbody tr").count()).isEqualTo(1);
        }
    }

    @Test
    void whatWasDoneIsToldOnceAndNotKeptInTheAddress() {
        try (Guest admin = Chromium.guest(portal, desktop()).signIn("admin")) {
            admin.open("/portal/account-changes?done=declined");
            Guest.expect(admin.page().locator(".notice--available")).isVisible();
            admin.page().waitForURL(portal + "/portal/account-changes");
            admin.page().reload();
            Guest.expect(admin.page().locator("h1")).isVisible();
            Guest.expect(admin.page().locator(".notice--available")).hasCount(0);
        }
    }

    private static void tabTo(Page page, String selector) {
        for (int press = 0; press < MANY_TABS; press++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    private static NewContextOptions desktop() {
        return new NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB");
    }
}
