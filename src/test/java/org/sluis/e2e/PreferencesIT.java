package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Stack;

/** The language and the looks that readers choose, and for how long that holds. */
class PreferencesIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String GROUND = "getComputedStyle(document.body).backgroundColor";
    private static final String BY_DAY = "rgb(244, 247, 246)";
    private static final String BY_NIGHT = "rgb(14, 26, 28)";

    private final Registry registry = new Registry();
    private final Stack stack = registry.desk.stack;
    private final String portal = stack.portal().url();

    @Test
    void guestReadsInTheLanguageTheyChooseAndSignsInInIt() {
        try (Guest guest = guest(english().setJavaScriptEnabled(false))) {
            guest.open("/problems/macro");
            guest.button("Nederlands").press("Enter");
            guest.page().waitForURL(portal + "/problems/macro");
            assertThat(language(guest)).isEqualTo("nl");
            guest.open("/");
            assertThat(language(guest)).isEqualTo("nl");
            guest.open("/sign-in");
            assertThat(guest.heading()).isEqualTo("Aanmelden");
        }
    }

    @Test
    void personIsSpokenAndWrittenToInTheLanguageTheyChooseWhereverTheySignIn() throws Exception {
        String address = Registry.address();
        registry.member(address, registry.organisation("PRODUCER"));
        try (Guest member = guest(english()).signIn(address)) {
            assertThat(language(member)).as("of the account").isEqualTo("nl");
            member.open("/portal/documents?q=beton");
            member.page().locator(".account summary").click();
            member.button("Français").click();
            Guest.expect(member.page().locator("html")).hasAttribute("lang", "fr");
            assertThat(member.page().url()).isEqualTo(portal + "/portal/documents?q=beton");
            assertThat(member.complaints()).isEmpty();
        }
        try (Guest elsewhere = guest(english()).signIn(address)) {
            assertThat(language(elsewhere)).isEqualTo("fr");
        }
        assertThat(trail(address)).isEqualTo(1);
        assertThat(RestClient.json(new RestClient(stack, address).get("/me"))
                        .path("language")
                        .asText())
                .isEqualTo("fr");
        RestClient sender = new RestClient(stack, address);
        registry.desk.grant(sender.released(sender.upload(Desk.REPORT, "report.txt", Desk.TEXT)), "admin", "DOWNLOAD");
        assertThat(subject(address)).isEqualTo("Un administrateur a obtenu l'accès à l'un de vos documents");
    }

    @Test
    void administratorWhoChangesTheLanguageLaterHasTheLastWord() {
        String address = Registry.address();
        String person = registry.member(address, registry.organisation("PRODUCER"));
        try (Guest member = guest(english()).signIn(address)) {
            member.page().locator(".account summary").click();
            member.button("Français").click();
            Guest.expect(member.page().locator("html")).hasAttribute("lang", "fr");
            assertThat(registry.patch("/people/" + person, "{\"language\":\"en\"}")
                            .statusCode())
                    .isEqualTo(200);
            member.open("/portal/documents");
            assertThat(language(member)).isEqualTo("en");
        }
    }

    @Test
    void pageComesInTheLooksThatWereChosenWhateverTheSystemPrefers() {
        try (Guest guest = guest(english().setJavaScriptEnabled(false))) {
            guest.open("/");
            assertThat(guest.page().evaluate(GROUND)).isEqualTo(BY_DAY);
            guest.button("Dark").press("Enter");
            guest.page().waitForURL(portal + "/");
            assertThat(guest.page().evaluate(GROUND)).isEqualTo(BY_NIGHT);
            guest.button("System").press("Enter");
            guest.page().waitForURL(portal + "/");
            assertThat(guest.page().evaluate(GROUND)).isEqualTo(BY_DAY);
        }
        try (Guest owl = guest(english().setColorScheme(ColorScheme.DARK))) {
            owl.open("/");
            assertThat(owl.page().evaluate(GROUND)).isEqualTo(BY_NIGHT);
            owl.button("Light").click();
            Guest.expect(owl.button("Light")).hasAttribute("aria-pressed", "true");
            assertThat(owl.page().evaluate(GROUND)).isEqualTo(BY_DAY);
            owl.signIn("client-a1");
            assertThat(owl.page().evaluate(GROUND)).as("after signing in").isEqualTo(BY_DAY);
            assertThat(owl.complaints()).isEmpty();
        }
    }

    @Test
    void choiceIsKeptOutOfReachOfScripts() {
        try (Guest guest = guest(english())) {
            guest.open("/");
            guest.button("Dark").click();
            Guest.expect(guest.button("Dark")).hasAttribute("aria-pressed", "true");
            assertThat(guest.context().cookies(portal)).singleElement().satisfies(cookie -> {
                assertThat(cookie.name).isEqualTo("__Host-sluis-looks");
                assertThat(cookie.httpOnly && cookie.secure).isTrue();
            });
        }
    }

    @Test
    void nobodyElseChoosesForSomebodyWhoIsSignedInAndNobodyIsLedAway() {
        try (Guest reader = guest(english()).signIn("client-a1")) {
            APIResponse withoutToken = post(reader, portal, "/portal/documents");
            assertThat(withoutToken.status()).isEqualTo(403);
            assertThat(withoutToken.text()).contains("This page has expired");
            APIResponse foreign = post(reader, "https://evil.example", "/portal/documents");
            assertThat(foreign.status()).isEqualTo(403);
            reader.open("/portal/documents");
            assertThat(language(reader)).isEqualTo("en");
        }
        try (Guest guest = guest(english())) {
            assertThat(post(guest, portal, "/portal/upload/7?a=b").headers().get("location"))
                    .as("the next page that can be read")
                    .isEqualTo(portal + "/portal/upload");
            for (String page : new String[] {"//evil.example/", "/\\evil.example", "x", ""}) {
                assertThat(post(guest, portal, page).headers().get("location")).startsWith(portal + "/");
            }
        }
    }

    private APIResponse post(Guest guest, String origin, String page) {
        return guest.context()
                .request()
                .post(
                        portal + "/preferences",
                        RequestOptions.create()
                                .setForm(FormData.create().set("language", "fr"))
                                .setHeader("Origin", origin)
                                .setHeader("Referer", page.startsWith("/") ? portal + page : page)
                                .setMaxRedirects(0));
    }

    private String subject(String address) throws Exception {
        return await().atMost(SOON)
                .ignoreExceptions()
                .until(
                        () -> registry.mailsTo(address).stream()
                                .map(PreferencesIT::subject)
                                .filter(subject -> subject.startsWith("Un administrateur"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private long trail(String address) {
        return registry.desk.number("select count(*) from audit_entry where act = 'language-chosen' and actor_id ="
                + " (select id from person where email = '%s')".formatted(address));
    }

    private static String language(Guest guest) {
        return guest.page().locator("html").getAttribute("lang");
    }

    private Guest guest(NewContextOptions options) {
        return Chromium.guest(portal, options);
    }

    private static NewContextOptions english() {
        return new NewContextOptions().setLocale("en-GB");
    }
}
