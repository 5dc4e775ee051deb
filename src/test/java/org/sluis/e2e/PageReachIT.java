package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** Whom the pages reach: small screens, keyboards, screen readers, browsers without script (WCAG 2.2 AA). */
class PageReachIT {

    private static final String TITLE = "Annual certificate of the ready-mix plant at Oostende-Zandvoorde";
    private static final int PHONE = 390;
    private static final int MANY_TABS = 40;

    private final Stack stack = SharedStack.get();
    private final String portal = stack.portal().url();

    @Test
    void everyPageFitsAPhone() {
        everyPage(phone(), (guest, name) -> {
            guest.picture("phone-" + name);
            Object width = guest.page().evaluate("document.documentElement.scrollWidth");
            assertThat((Integer) width).as(name).isLessThanOrEqualTo(PHONE);
        });
    }

    @Test
    void everyPageMeetsTheRulesForAccessibility() {
        everyPage(desktop().setBypassCSP(true), (guest, name) -> {
            guest.picture(name);
            assertThat(Accessibility.violations(guest.page())).as(name).isEmpty();
        });
    }

    @Test
    void keyboardAloneSendsADocument() {
        try (Guest client = Chromium.guest(portal, desktop()).signIn("client-a1")) {
            client.open("/portal/upload");
            tabTo(client.page(), "#title");
            client.page().keyboard().type("Sent by keyboard");
            tabTo(client.page(), "#category");
            client.page().keyboard().press("ArrowDown");
            tabTo(client.page(), "#file");
            client.page().keyboard().press("Enter");
            client.fileChooser().setFiles(Pdf.named("keyboard.pdf", "typed"));
            tabTo(client.page(), "[data-submit]");
            client.page().keyboard().press("Enter");
            client.page().locator(".notice--available").waitFor();
            tabTo(client.page(), ".notice--available .btn-primary");
            client.page().keyboard().press("Enter");
            client.page().waitForURL("**/portal/documents/*");
            assertThat(client.heading()).isEqualTo("Sent by keyboard");
        }
    }

    @Test
    void keyboardAloneGrantsARight() {
        String id = sent();
        try (Guest admin = Chromium.guest(portal, desktop()).signIn("admin")) {
            admin.open("/portal/documents/" + id);
            admin.page().locator("#grants").waitFor();
            tabTo(admin.page(), "[data-dialog-open]");
            admin.page().keyboard().press("Enter");
            tabTo(admin.page(), "#principal-search");
            admin.page().keyboard().type("ingrid");
            admin.page().locator(".person").first().waitFor();
            tabTo(admin.page(), "[name=principal]");
            admin.page().keyboard().press("Space");
            tabTo(admin.page(), "#purpose");
            admin.page().keyboard().type("inspection");
            admin.page().keyboard().press("Enter");
            admin.page().locator("#grants .notice--available").waitFor();
            assertThat(admin.page().locator(".grants tbody tr").count()).isEqualTo(2);
            admin.page().waitForFunction("document.activeElement.id === 'grants'");
        }
    }

    /** Buttons are pressed by key: the driver cannot tell when a page without script has come to rest. */
    @Test
    void withoutScriptDocumentsAreReadGrantedAndRevoked() {
        String id = sent();
        try (Guest admin =
                Chromium.guest(portal, desktop().setJavaScriptEnabled(false)).signIn("admin")) {
            admin.open("/portal/documents");
            admin.page().locator("#q").fill("no such document");
            admin.button("Search").click();
            assertThat(admin.page().locator(".empty h2").innerText()).isEqualTo("No document matches");

            admin.open("/portal/documents/" + id);
            admin.link("Show who has access").click();
            admin.page().locator("#principal-search").fill("ingrid");
            admin.button("Search").click();
            admin.page().locator(".person input").first().check();
            admin.page().locator("#valid-until").fill("2020-01-01");
            admin.page().locator("#purpose").fill("inspection");
            admin.button("Grant").press("Enter");
            assertThat(admin.page().locator("#valid-until-error").innerText())
                    .isEqualTo("Please give a day that is not in the past.");
            assertThat(admin.page().locator("#purpose").inputValue()).isEqualTo("inspection");
            assertThat(admin.page().locator(".person input").first().isChecked())
                    .isTrue();
            admin.picture("grant-complaint");

            admin.page().locator("#valid-until").fill("");
            admin.button("Grant").press("Enter");
            assertThat(admin.page().locator("#grants .notice--available").innerText())
                    .isEqualTo("Access was granted.");
            admin.button("Revoke the access of Ingrid Janssens").press("Enter");
            assertThat(admin.page().locator("#grants .notice--available").innerText())
                    .isEqualTo("Access was revoked.");
            assertThat(admin.page().locator(".grants tbody tr").count()).isEqualTo(1);
        }
    }

    /** Every page there is, each as somebody who may see it. */
    private void everyPage(NewContextOptions options, BiConsumer<Guest, String> look) {
        String id = sent();
        new RestClient(stack, "inspector-1").get("/me");
        try (Guest guest = Chromium.guest(portal, options)) {
            guest.open("/");
            look.accept(guest, "welcome");
            guest.open("/nothing");
            look.accept(guest, "problem");
            guest.signIn("client-a1");
            look.accept(guest, "documents");
            guest.open("/portal/upload");
            look.accept(guest, "upload");
            guest.open("/portal/documents/" + id);
            guest.page().locator("#grants").waitFor();
            guest.page().locator(".revise summary").click();
            look.accept(guest, "document");
            guest.open("/portal/documents?q=no+such+document");
            look.accept(guest, "documents-none");
        }
        try (Guest admin = Chromium.guest(portal, options).signIn("admin")) {
            admin.open("/portal/documents/" + id);
            admin.page().locator("#grants").waitFor();
            look.accept(admin, "document-admin");
            admin.button("Grant access").click();
            admin.page().locator("#principal-search").fill("i");
            admin.page().locator(".person").first().waitFor();
            look.accept(admin, "grant");
            admin.open("/portal/documents/" + id + "/grants?q=ingrid");
            look.accept(admin, "grants");
        }
        people(options, look);
        try (Guest dpo = Chromium.guest(portal, options).signIn("dpo")) {
            look.accept(dpo, "documents-empty");
        }
    }

    private void people(NewContextOptions options, BiConsumer<Guest, String> look) {
        Registry registry = new Registry();
        String company = registry.organisation("RENTAL");
        String address = Registry.address();
        String person = registry.member(address, company);
        registry.patch("/people/" + person, """
                {"function":"Fleet manager","contactRoles":["QUALITY","INVOICING"],"organisationAdministrator":true}""");
        registry.admin.post("/teams", "{\"name\":\"%s\"}".formatted(Registry.unique("Concrete, north")));
        try (Guest admin = Chromium.guest(portal, options).signIn("admin")) {
            for (String page : List.of("people", "people?q=nobody-at-all", "invitation", "organisations", "teams")) {
                admin.open("/portal/" + page);
                look.accept(admin, page.replaceAll("\\W+", "-"));
            }
            admin.open("/portal/people/" + person);
            look.accept(admin, "person-rental");
            admin.open("/portal/organisations/%s?q=%s".formatted(company, address));
            look.accept(admin, "organisation");
            admin.open("/portal/organisations/new");
            look.accept(admin, "organisation-new");
            admin.open("/portal/teams");
            admin.page().locator(".document__title").first().click();
            admin.page().locator("#person-search").waitFor();
            look.accept(admin, "team-empty");
        }
        try (Guest chief = Chromium.guest(portal, options).signIn(address)) {
            chief.open("/portal/colleagues");
            look.accept(chief, "colleagues-one");
        }
    }

    private String sent() {
        return RestClient.json(new RestClient(stack, "client-a1")
                        .upload(
                                "{\"title\":\"%s\",\"category\":\"certificate\",\"description\":\"Valid for one year.\"}"
                                        .formatted(TITLE),
                                "certificate-of-the-ready-mix-plant-2026-final-signed.pdf",
                                Pdf.saying("certified")))
                .path("id")
                .asText();
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

    private static NewContextOptions phone() {
        return new NewContextOptions()
                .setViewportSize(PHONE, 844)
                .setDeviceScaleFactor(2)
                .setLocale("en-GB");
    }
}
