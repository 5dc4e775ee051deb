package org.sluis.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.List;
import java.util.function.BiConsumer;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** A walk through every page there is, each as somebody who may see it. */
final class EveryPage {

    private static final String TITLE = "Annual certificate of the ready-mix plant at Oostende-Zandvoorde";

    private final Stack stack = SharedStack.get();
    private final String portal = stack.portal().url();
    private final NewContextOptions options;
    private final BiConsumer<Guest, String> look;

    private EveryPage(NewContextOptions options, BiConsumer<Guest, String> look) {
        this.options = options;
        this.look = look;
    }

    /** @param look is given whoever has the page open, and a name for it */
    static void walk(NewContextOptions options, BiConsumer<Guest, String> look) {
        EveryPage pages = new EveryPage(options, look);
        String document = sent(pages.stack);
        new RestClient(pages.stack, "inspector-1").get("/me");
        new RestClient(pages.stack, "client-b1").get("/me");
        Desk desk = new Desk();
        desk.grant(desk.released(), "inspector-1", "DOWNLOAD");
        pages.ofNobody();
        pages.ofAClient(document);
        pages.ofAnInspector();
        pages.ofAnAdministrator(document);
        pages.ofPeople();
        pages.ofTheProtectionOfficer(document);
    }

    /** A document that is available, with a long name. */
    static String sent(Stack stack) {
        return RestClient.json(new RestClient(stack, "client-a1")
                        .upload(
                                "{\"title\":\"%s\",\"category\":\"certificate\",\"description\":\"Valid for one year.\"}"
                                        .formatted(TITLE),
                                "certificate-of-the-ready-mix-plant-2026-final-signed.pdf",
                                Pdf.saying("certified")))
                .path("id")
                .asText();
    }

    private void ofNobody() {
        try (Guest guest = guest()) {
            guest.open("/");
            look.accept(guest, "welcome");
            guest.open("/nothing");
            look.accept(guest, "problem");
            guest.open("/problems/macro");
            look.accept(guest, "rule");
        }
    }

    private void ofAClient(String document) {
        try (Guest client = guest().signIn("client-a1")) {
            look.accept(client, "home-client");
            client.open("/portal/documents");
            look.accept(client, "documents");
            client.open("/portal/upload");
            look.accept(client, "upload");
            client.open("/portal/documents/" + document);
            look.accept(client, "document");
            client.open("/portal/documents/" + document + "?tab=versions&send=yes");
            look.accept(client, "document-versions");
            client.open("/portal/documents/" + document + "?tab=details");
            look.accept(client, "document-details");
            client.open("/portal/documents/" + document + "/preview");
            look.accept(client, "preview");
            client.open("/portal/documents?q=no+such+document");
            look.accept(client, "documents-none");
            client.open("/portal/profile");
            look.accept(client, "profile");
            client.open("/portal/profile/activity");
            look.accept(client, "profile-activity");
            client.open("/portal/profile/mails");
            look.accept(client, "profile-mails");
            client.open("/portal/news");
            look.accept(client, "news");
            client.open("/portal/help");
            look.accept(client, "help");
            client.page().locator(".account summary").click();
            look.accept(client, "account-menu");
        }
    }

    private void ofAnInspector() {
        try (Guest inspector = guest().signIn("inspector-1")) {
            look.accept(inspector, "home-inspector");
            inspector.open("/portal/news");
            look.accept(inspector, "news-inspector");
            inspector.open("/portal/documents");
            look.accept(inspector, "documents-inspector");
            inspector.open("/portal/nothing");
            look.accept(inspector, "problem-inspector");
        }
    }

    private void ofAnAdministrator(String document) {
        try (Guest admin = guest().signIn("admin")) {
            look.accept(admin, "home-admin");
            admin.open("/portal/documents/" + document);
            admin.page().locator("#grants").waitFor();
            look.accept(admin, "document-admin");
            admin.open("/portal/documents/" + document + "?tab=activity");
            look.accept(admin, "document-activity");
            admin.open("/portal/documents/" + document + "/grants");
            look.accept(admin, "grants");
            granting(admin, document);
            admin.open("/portal/quarantine");
            look.accept(admin, "quarantine");
            admin.open("/portal/quarantine?show=all");
            look.accept(admin, "quarantine-all");
            admin.open("/portal/overview");
            look.accept(admin, "overview");
            admin.open("/portal/access?document=" + document);
            look.accept(admin, "access-readers");
            admin.open("/portal/activity");
            look.accept(admin, "activity");
            admin.open("/portal/help");
            look.accept(admin, "help-admin");
        }
    }

    private void granting(Guest admin, String document) {
        admin.open("/portal/granting?document=" + document);
        admin.page().locator("#who").focus();
        admin.page().locator("[role=group] [role=option]").first().waitFor();
        look.accept(admin, "granting-suggested");
        admin.page().locator("#who").fill("i");
        admin.page().locator("[role=option]").first().waitFor();
        look.accept(admin, "granting-found");
        admin.page().locator("#who").press("Escape");
        admin.button("Review").click();
        admin.page().locator("#complaints").waitFor();
        look.accept(admin, "granting-complaints");
        admin.page().locator("#who").fill("client-b1@");
        admin.page().locator("[role=option]").first().click();
        admin.page().locator("#field-purpose").fill("inspection");
        admin.button("Review").click();
        admin.page().locator("[name=sure]").waitFor();
        look.accept(admin, "granting-review");
        admin.page().locator("[name=sure]").check();
        admin.button("Grant access").click();
        admin.button("Undo").waitFor();
        look.accept(admin, "granting-given");
        admin.button("Undo").click();
        admin.page().waitForURL("**/undo");
        look.accept(admin, "granting-undone");
        admin.open("/portal/documents?q=Oostende-Zandvoorde");
        admin.page().locator("[data-selected]").first().check();
        look.accept(admin, "documents-selected");
        admin.button("Change category").click();
        admin.page().locator("#field-category").waitFor();
        look.accept(admin, "selection-category");
        admin.page().goBack();
        admin.page().locator("[data-selected]").first().check();
        admin.button("Erase").click();
        admin.button("Erase for ever").click();
        admin.page().locator("#complaints").waitFor();
        look.accept(admin, "selection-erasure");
    }

    private void ofPeople() {
        Registry registry = new Registry();
        String company = registry.organisation("RENTAL");
        String address = Registry.address();
        String person = registry.member(address, company);
        registry.patch("/people/" + person, """
                {"function":"Fleet manager","contactRoles":["QUALITY","INVOICING"],"organisationAdministrator":true}""");
        registry.admin.post("/teams", "{\"name\":\"%s\"}".formatted(Registry.unique("Concrete, north")));
        try (Guest admin = guest().signIn("admin")) {
            for (String page : List.of("people", "people?q=nobody-at-all", "invitation", "organisations", "teams")) {
                admin.open("/portal/" + page);
                look.accept(admin, page.replaceAll("\\W+", "-"));
            }
            admin.open("/portal/people/" + person);
            look.accept(admin, "person-rental");
            admin.open("/portal/people/" + person + "/edit");
            look.accept(admin, "person-edit");
            admin.open("/portal/organisations/%s?q=%s".formatted(company, address));
            look.accept(admin, "organisation");
            admin.open("/portal/organisations/" + company + "/edit");
            look.accept(admin, "organisation-edit");
            admin.open("/portal/organisations/new");
            look.accept(admin, "organisation-new");
            admin.open("/portal/account-changes");
            look.accept(admin, "account-changes");
            admin.open("/portal/teams");
            admin.page().locator(".document__title").first().click();
            admin.page().locator(".adding summary").click();
            look.accept(admin, "team-empty");
        }
        try (Guest chief = guest().signIn(address)) {
            chief.open("/portal/colleagues");
            look.accept(chief, "colleagues-one");
        }
    }

    private void ofTheProtectionOfficer(String document) {
        try (Guest dpo = guest().signIn("dpo")) {
            look.accept(dpo, "home-dpo");
            dpo.open("/portal/documents");
            look.accept(dpo, "documents-empty");
            dpo.open("/portal/access?document=nothing&day=2999-01-01");
            look.accept(dpo, "access-complaints");
            dpo.open("/portal/access?person=client-b1@example.org&document=" + document);
            look.accept(dpo, "access-explained");
            dpo.open("/portal/activity?act=grant-given&document=" + document);
            look.accept(dpo, "activity-filtered");
            dpo.page().locator(".trail tbody a").first().click();
            dpo.page().locator("#entry-title").waitFor();
            look.accept(dpo, "activity-entry");
        }
    }

    private Guest guest() {
        return Chromium.guest(portal, options);
    }
}
