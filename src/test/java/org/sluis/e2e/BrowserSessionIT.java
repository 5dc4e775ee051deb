package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The session as a browser keeps and loses it (ASVS 3.3, 7). */
class BrowserSessionIT {

    private static final Pattern SECRET = Pattern.compile("data-csrf=\"([^\"]+)\"");

    private static final String WHAT_SCRIPTS_SEE =
            "() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }])";

    private final Stack stack = SharedStack.get();
    private final String portal = stack.portal().url();

    @Test
    void onlyCookieOfThePortalIsOutOfReachOfScriptsAndOtherSites() {
        try (Guest reader = guest().signIn("client-a1")) {
            List<Cookie> cookies = reader.context().cookies(portal);
            assertThat(cookies)
                    .filteredOn(cookie -> !isOfTheRealm(cookie))
                    .singleElement()
                    .satisfies(cookie -> {
                        assertThat(cookie.name).isEqualTo("__Host-sluis");
                        assertThat(cookie.secure).isTrue();
                        assertThat(cookie.httpOnly).isTrue();
                        assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
                        assertThat(cookie.domain).isEqualTo("localhost");
                        assertThat(cookie.path).isEqualTo("/");
                        assertThat(cookie.expires).as("gone with the browser").isEqualTo(-1);
                    });
            assertThat((String) reader.page().evaluate(WHAT_SCRIPTS_SEE))
                    .as("neither the session nor a token")
                    .doesNotContain(session(reader), "eyJ");
        }
    }

    @Test
    void sessionSomebodyElsePlantedIsNotTheOneThatIsSignedIn() {
        Visitor mallory = new Visitor(stack);
        mallory.signIn("client-b1");
        String planted = mallory.session().orElseThrow();
        mallory.post("/sign-out", portal);
        try (Guest reader = guest()) {
            reader.context()
                    .addCookies(List.of(new Cookie("__Host-sluis", planted)
                            .setUrl(portal)
                            .setSecure(true)
                            .setHttpOnly(true)));
            reader.signIn("client-a1");
            assertThat(session(reader)).isNotEqualTo(planted);
            assertThat(mallory.isSignedIn()).isFalse();
        }
    }

    @Test
    void sessionSomebodyInventedIsNotTaken() {
        try (Guest reader = guest()) {
            reader.context()
                    .addCookies(List.of(new Cookie("__Host-sluis", "invented")
                            .setUrl(portal)
                            .setSecure(true)));
            reader.signIn("client-a1");
            assertThat(session(reader)).isNotEqualTo("invented");
        }
    }

    @Test
    void signingOutInOneTabIsNoticedInTheOther() {
        try (Guest reader = guest().signIn("client-a1")) {
            Page other = reader.context().newPage();
            other.navigate(portal + "/portal/documents");
            String before = session(reader);
            reader.page().locator(".account summary").click();
            reader.button("Sign out").click();
            reader.page().waitForURL(portal + "/");

            Guest.expect(other.locator("#announcer")).containsText("signed out in another tab");
            other.locator("#q").fill("anything");
            Guest.expect(other.locator("#again [data-when=over]")).isVisible();
            other.reload();
            Guest.expect(other.locator("#kc-login")).isVisible();
            assertThat(other.url())
                    .as("the realm has forgotten too")
                    .startsWith(stack.settings().keycloakUrl());

            Visitor thief = new Visitor(stack);
            thief.plantSession(before);
            assertThat(thief.isSignedIn()).isFalse();
        }
    }

    @Test
    void secretOfThePagesIsAnotherAfterEachSignIn() {
        Visitor reader = new Visitor(stack);
        URI first = reader.callback("client-a1");
        URI second = Visitor.location(reader.get(Visitor.location(reader.get("/sign-in"))));
        reader.get(first);
        String before = secret(reader);
        reader.get(second);
        assertThat(secret(reader)).isNotEqualTo(before);
    }

    private static String secret(Visitor reader) {
        Matcher secret = SECRET.matcher(reader.get("/portal/help").body());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    /** Cookies know no ports, and here both share a host. */
    private static boolean isOfTheRealm(Cookie cookie) {
        return cookie.path.startsWith("/realms/");
    }

    private static String session(Guest guest) {
        return guest.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("__Host-sluis"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private Guest guest() {
        return Chromium.guest(portal, new NewContextOptions().setLocale("en-GB"));
    }
}
