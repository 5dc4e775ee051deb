package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** What the pages refuse, and how they say so. */
class PageProtectionIT {

    private static final String EXPIRED = "This page has expired";

    private final Stack stack = SharedStack.get();
    private final String portal = stack.portal().url();
    private final RestClient client = new RestClient(stack, "client-a1");

    @Test
    void changeNeedsTheTokenOfItsOwnSession() {
        String id = sent();
        String path = "/portal/granting";
        try (Guest admin = guest("en").signIn("admin");
                Guest other = guest("en").signIn("admin")) {
            assertThat(refusal(admin, path, grant(id))).isEqualTo(EXPIRED);
            assertThat(refusal(admin, path, grant(id).set("_csrf", "wrong"))).isEqualTo(EXPIRED);
            assertThat(refusal(admin, path, grant(id).set("_csrf", token(other, id))))
                    .isEqualTo("You are signed in again");
            assertThat(holders(admin, id)).isEqualTo(1);

            APIResponse granted = post(admin, path, grant(id).set("_csrf", token(admin, id)));
            assertThat(granted.status()).isEqualTo(303);
            assertThat(holders(admin, id)).isEqualTo(2);
        }
    }

    /** Links are followed from mails, whose programs add what they like; filters are typed by people. */
    @Test
    void whatAnAddressSaysBesideItsOwnIsOverlookedAndWhatAFilterSaysWrongIsSaidThere() {
        try (Guest reader = guest("en").signIn("client-a1")) {
            assertThat(get(reader, "/portal/documents?utm_source=mail&state=AVAILABLE&state=x")
                            .status())
                    .isEqualTo(200);
            reader.open("/portal/documents?from=31.12.2026&to=2026-02-30&q=beton");
            assertThat(reader.page().title()).startsWith("Error: documents");
            assertThat(reader.page().locator("#results [role=alert] a").allInnerTexts())
                    .containsExactly(
                            "\u201c31.12.2026\u201d is no day of the calendar. Please give one such as 2026-12-31.",
                            "\u201c2026-02-30\u201d is no day of the calendar. Please give one such as 2026-12-31.");
            Guest.expect(reader.page().locator("#results [role=alert]")).isFocused();
            Guest.expect(reader.page().locator("#from-error")).isVisible();
            assertThat(reader.page().locator("#q").inputValue()).isEqualTo("beton");
            assertThat(reader.page().locator(".document").count()).isZero();
            assertThat(Accessibility.violations(reader.page())).isEmpty();
            reader.page().locator("#from").fill("2026-01-01");
            reader.page().locator("#to").fill("2026-01-02");
            Guest.expect(reader.page().locator(".empty h2")).hasText("No document matches");
            Guest.expect(reader.page().locator("#from-error")).isHidden();
            assertThat(get(reader, "/portal/documents?from=x").status()).isEqualTo(422);
        }
    }

    /** Which methods an address has is public; they do nothing. */
    @Test
    void methodsOfAPageAreTold() {
        try (Guest nobody = guest("en")) {
            APIResponse answer = nobody.context()
                    .request()
                    .fetch(portal + "/portal/documents", RequestOptions.create().setMethod("OPTIONS"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().get("allow")).contains("GET", "HEAD").doesNotContain("POST");
        }
    }

    private APIResponse get(Guest guest, String address) {
        return guest.context().request().get(portal + address);
    }

    @Test
    void uploadNeedsTheTokenBeforeAnythingOfItIsRead() {
        try (Guest sender = guest("en").signIn("client-a1")) {
            APIResponse refused = sender.context()
                    .request()
                    .post(
                            portal + "/portal/upload",
                            RequestOptions.create()
                                    .setHeader("Origin", portal)
                                    .setHeader("Accept", "application/json")
                                    .setMultipart(FormData.create()
                                            .set("metadata", "{\"title\":\"x\",\"category\":\"test-report\"}")
                                            .set("file", Pdf.named("x.pdf", "x"))));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.headers()).containsEntry("content-type", "application/problem+json");
            assertThat(refused.text()).contains("/problems/expired");
        }
    }

    @Test
    void uploadInPiecesNeedsTheTokenForEachPiece() {
        try (Guest sender = guest("en").signIn("client-a1")) {
            String upload = "/portal/uploads/" + UUID.randomUUID();
            for (String method : List.of("POST", "PATCH", "DELETE")) {
                String path = method.equals("POST") ? "/portal/uploads" : upload;
                RequestOptions piece = RequestOptions.create()
                        .setMethod(method)
                        .setHeader("Origin", portal)
                        .setHeader("Accept", "application/json")
                        .setHeader("Tus-Resumable", "1.0.0");
                if (!method.equals("DELETE")) {
                    piece.setHeader("Content-Type", "application/offset+octet-stream")
                            .setData(new byte[] {1});
                }
                APIResponse refused = sender.context().request().fetch(portal + path, piece);
                assertThat(refused.status()).as(method).isEqualTo(403);
                assertThat(refused.text()).as(method).contains("/problems/expired");
            }
        }
    }

    @Test
    void overlongFormIsRefusedUnread() {
        try (Guest admin = guest("en").signIn("admin")) {
            APIResponse refused =
                    post(admin, "/portal/granting", FormData.create().set("purpose", "x".repeat(70_000)));
            assertThat(refused.status()).isEqualTo(413);
        }
    }

    @Test
    void pagesOfOneRoleAreNotForAnotherAndTheTrailTells() throws SQLException {
        String id = sent();
        try (Guest inspector = guest("en").signIn("inspector-1");
                Guest admin = guest("en").signIn("admin")) {
            assertThat(inspector.visit("/portal/people?q=a").status()).isEqualTo(403);
            assertThat(inspector.heading()).isEqualTo("Not for your role");
            assertThat(lastRefusedCall()).contains("\"path\": \"people\"");
            assertThat(admin.visit("/portal/upload").status()).isEqualTo(403);
            assertThat(inspector.visit("/portal/documents/" + id + "/grants").status())
                    .isEqualTo(404);
            assertThat(admin.visit("/portal/documents/" + id + "/content").status())
                    .isEqualTo(403);
            assertThat(admin.heading()).isEqualTo("Right missing");
        }
    }

    @Test
    void whoIsNotSignedInIsSentToSignInAndThenToThePageAskedFor() {
        String id = sent();
        try (Guest guest = guest("en")) {
            guest.open("/portal/documents/" + id + "/grants?q=a");
            guest.page().locator("#username").fill("admin");
            guest.page().locator("#password").fill("admin");
            guest.page().locator("#kc-login").click();
            guest.page().waitForURL(portal + "/portal/documents/" + id + "/grants?q=a");
        }
    }

    @Test
    void partOfAPageSaysThatTheSessionHasEnded() {
        try (Guest reader = guest("en").signIn("client-a1")) {
            reader.open("/portal/documents");
            reader.context().clearCookies();
            reader.page().locator("#q").fill("anything");
            reader.page().locator("#announcer").waitFor();
            assertThat(reader.page().locator("#announcer").innerText()).contains("Your session has ended");
            APIResponse part = reader.context()
                    .request()
                    .get(portal + "/portal/documents", RequestOptions.create().setHeader("HX-Request", "true"));
            assertThat(part.status()).isEqualTo(401);
        }
    }

    @Test
    void nothingIsShownAgainAfterSigningOut() {
        String id = sent();
        try (Guest reader = guest("en").signIn("client-a1")) {
            reader.open("/portal/documents/" + id);
            assertThat(reader.heading()).isEqualTo("Strength of batch 8");
            reader.page().locator(".account summary").click();
            reader.picture("account-menu");
            reader.button("Sign out").click();
            reader.page().waitForURL(portal + "/");
            reader.page().goBack();
            reader.page().waitForLoadState();
            assertThat(reader.page().content()).doesNotContain("Strength of batch 8");
            reader.open("/portal/documents/" + id);
            assertThat(reader.page().url()).startsWith(stack.settings().keycloakUrl());
        }
    }

    @ParameterizedTest
    @CsvSource({"en,Not found", "fr,Introuvable", "nl,Niet gevonden", "'de,fr;q=0.5',Introuvable", "xx,Not found"})
    void unknownAddressIsAPageInTheReadersLanguage(String accepted, String title) {
        try (Guest guest = guest(accepted)) {
            for (String path : List.of("/nothing", "/portal/nothing", "/problem", "/assets/nothing.css")) {
                Response answer = guest.visit(path);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.headers())
                        .containsEntry("cache-control", "no-store")
                        .containsEntry("x-content-type-options", "nosniff")
                        .containsKey("content-security-policy");
                assertThat(guest.heading()).isEqualTo(title);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/.//WEB-INF/web.xml",
                "/assets/..%2fWEB-INF/web.xml",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/assets/..;/WEB-INF/web.xml",
                "/WEB-INF/views/layout.html",
                "/META-INF/MANIFEST.MF"
            })
    void insideOfThePortalIsNotServed(String path) {
        try (Guest guest = guest("en")) {
            APIResponse answer = guest.context()
                    .request()
                    .get(portal + path, RequestOptions.create().setMaxRedirects(0));
            assertThat(answer.status()).isBetween(300, 404);
            assertThat(answer.text()).doesNotContain("<web-app").doesNotContain("th:");
        }
    }

    @Test
    void onlyWhatNeverChangesIsKeptByBrowsers() {
        try (Guest guest = guest("en")) {
            Map<String, String> library =
                    guest.visit("/webjars/htmx.org/2.0.10/dist/htmx.min.js").headers();
            assertThat(library).containsEntry("cache-control", "public, max-age=31536000, immutable");
            Map<String, String> own = guest.visit("/assets/css/sluis.css").headers();
            assertThat(own).containsEntry("cache-control", "no-cache").containsKey("etag");
            Map<String, String> welcome = guest.visit("/").headers();
            assertThat(welcome).containsEntry("cache-control", "no-store").doesNotContainKey("set-cookie");
        }
    }

    /** The type of a problem is an address (RFC 9457), so whoever gets one can follow it. */
    @Test
    void everybodyMayReadWhatAProblemOrARuleMeans() {
        Map<String, String> words = Map.of("en", "This rule belongs to", "fr", "Cette règle", "nl", "Deze regel");
        words.forEach((language, word) -> {
            try (Guest guest = guest(language)) {
                Response rule = guest.visit("/problems/macro");
                assertThat(rule.status()).isEqualTo(200);
                assertThat(rule.text()).contains(word).contains("/problems/active-content");
                assertThat(rule.headers()).doesNotContainKey("set-cookie");
                assertThat(guest.visit("/problems/active-content").text()).contains("/problems/macro");
                assertThat(guest.visit("/problems").text()).contains("/problems/active-content");
                assertThat(guest.visit("/problems/expired").status()).isEqualTo(200);
                assertThat(guest.visit("/problems/nothing").status()).isEqualTo(404);
                assertThat(guest.visit("/problems/macro/").status()).isEqualTo(404);
            }
        });
    }

    private String lastRefusedCall() throws SQLException {
        try (Connection connection = stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select facts from audit_entry
                        where act = 'endpoint-called' and outcome = 'DENIED' order by id desc limit 1
                        """)) {
            return found.next() ? found.getString(1) : "";
        }
    }

    private String sent() {
        return RestClient.json(client.upload(
                        "{\"title\":\"Strength of batch 8\",\"category\":\"test-report\"}",
                        "strength.pdf",
                        Pdf.saying("52,5")))
                .path("id")
                .asText();
    }

    private FormData grant(String document) {
        String inspector = RestClient.json(new RestClient(stack, "inspector-1").get("/me"))
                .path("id")
                .asText();
        return FormData.create()
                .set("act", "grant")
                .set("document", document)
                .set("principal", "PERSON:" + inspector)
                .set("right", "VIEW")
                .set("purpose", "inspection");
    }

    private APIResponse post(Guest guest, String path, FormData form) {
        return guest.context()
                .request()
                .post(
                        portal + path,
                        RequestOptions.create()
                                .setForm(form)
                                .setHeader("Origin", portal)
                                .setMaxRedirects(0));
    }

    private String refusal(Guest guest, String path, FormData form) {
        APIResponse refused = post(guest, path, form);
        assertThat(refused.status()).isEqualTo(403);
        guest.page().setContent(refused.text());
        return guest.heading();
    }

    private static String token(Guest guest, String document) {
        guest.open("/portal/documents/" + document + "/grants");
        return guest.page().locator("[name=_csrf]").first().inputValue();
    }

    private static int holders(Guest guest, String document) {
        guest.open("/portal/documents/" + document + "/grants");
        return guest.page().locator(".grants tbody tr").count();
    }

    private Guest guest(String languages) {
        return Chromium.guest(
                portal, new NewContextOptions().setExtraHTTPHeaders(Map.of("Accept-Language", languages)));
    }
}
