package org.sluis.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Makes the pictures of the help page, in each language, from the pages themselves. Not run by the ordinary build: pictures
 * change where pages do, and somebody looks at them before they are shipped.
 */
class HelpPictures {

    private static final Path PICTURES = Path.of("src", "main", "webapp", "assets", "help");

    /** Words that are the same in every language, so that one set of documents serves all. */
    private static final List<String> TITLES =
            List.of("EN 206 / C30/37 / 28 d", "EN 12390-3 / 52,5 N/mm2", "CEM III/A 42,5 N LA");

    /** Whose account reads it. */
    enum Language {
        en("client-a1"),
        fr("client-a2"),
        nl("client-b1");

        private final String client;

        Language(String client) {
            this.client = client;
        }
    }

    private final Desk desk = new Desk();
    private final String portal = desk.stack.portal().url();

    @ParameterizedTest
    @EnumSource
    void ofEveryRole(Language language) {
        String id = documents(language.client);
        try (Guest client = guest().signIn(language.client)) {
            client.open("/portal/upload");
            new SendTray(client.page())
                    .choose(
                            Pdf.named("c30-37-28d.pdf", "1"),
                            Pdf.named("c30-37-7d.pdf", "2"),
                            Pdf.named("cem.pdf", "3"));
            client.page().locator(".tray-row").nth(2).waitFor();
            taken(client, language, "send", "#tray [data-send]");
            client.open("/portal/documents");
            taken(client, language, "find", "h1");
        }
        try (Guest inspector = employee("inspector-1", language)) {
            inspector.open("/portal/documents/" + id + "?tab=preview");
            inspector.page().locator(".preview__sheet img").waitFor();
            inspector.page().waitForFunction("[...document.images].every((image) => image.complete)");
            taken(inspector, language, "read", "h1");
        }
        try (Guest admin = employee("admin", language)) {
            admin.open("/portal/granting?document=" + id);
            admin.page().locator("#who").fill("inspector-2@");
            admin.page().locator("[role=option]").first().click();
            admin.page().locator("#field-purpose").fill("EN 206");
            admin.page().locator("[value=review]").click();
            admin.page().locator("[value=grant]").waitFor();
            taken(admin, language, "grant", "h1");
            admin.open("/portal/quarantine");
            taken(admin, language, "quarantine", "h1");
        }
        try (Guest officer = employee("dpo", language)) {
            officer.open("/portal/access?document=" + id);
            taken(officer, language, "oversee", "h1");
        }
    }

    /** Three that passed, of which the last is granted, and one that was refused. */
    private String documents(String account) {
        RestClient client = desk.person(account);
        String last = "";
        for (String title : TITLES) {
            FilePayload file = Pdf.named("nbn-b15-001.pdf", title);
            last = client.released(client.upload(metadata(title), file.name, file.buffer));
        }
        client.upload(
                metadata("Excel / EN 206"),
                "en206.xls",
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        desk.person("inspector-2");
        desk.grant(last, "inspector-1", "DOWNLOAD");
        return last;
    }

    private static String metadata(String title) {
        return "{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(title);
    }

    private void taken(Guest guest, Language language, String name, String top) {
        Page page = guest.page();
        page.locator(top).first().evaluate("(shown) => shown.scrollIntoView({ block: 'nearest', behavior: 'instant' })");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(language.name()).resolve(name + ".png")));
    }

    /** Employees read the language of the picture from now on. */
    private Guest employee(String account, Language language) {
        Guest guest = guest().signIn(account);
        Map<Language, String> words =
                Map.of(Language.en, "English", Language.fr, "Fran\u00e7ais", Language.nl, "Nederlands");
        if (!language.name().equals(guest.page().locator("html").getAttribute("lang"))) {
            guest.page().locator(".account summary").click();
            guest.button(Objects.requireNonNull(words.get(language))).click();
            Guest.expect(guest.page().locator("html")).hasAttribute("lang", language.name());
        }
        return guest;
    }

    private Guest guest() {
        return Chromium.guest(portal, new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 820));
    }
}
