package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Stack;

/** The reader's own account: what is kept, how they sign in, and where they are signed in. */
class ProfileIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final Registry registry = new Registry();
    private final Stack stack = registry.desk.stack;
    private final String organisation = registry.organisation("OTHER");
    private final String address = Registry.address();
    private final String person = registry.member(address, organisation);

    @Test
    void saysWhereTheCallerIsSignedInAndEndsOneOfThem() {
        RestClient here = new RestClient(stack, address);
        RestClient there = new RestClient(stack, address);
        JsonNode sessions = json(there.get("/me/account")).path("sessions");
        assertThat(sessions).hasSize(2);
        assertThat(sessions)
                .filteredOn(session -> session.path("current").asBoolean())
                .hasSize(1);
        String other = otherThanHere(here);
        assertThat(here.delete("/me/account/sessions/" + other).statusCode()).isEqualTo(204);
        Promise.within(PROMISED, () -> there.get("/me").statusCode() == 401);
        assertThat(here.get("/me").statusCode()).isEqualTo(200);
        assertThat(json(here.get("/me/account")).path("sessions")).hasSize(1);
        assertThat(entries("own-session-ended", "ALLOWED")).isEqualTo(1);

        registry.realm.enrol(address);
        assertThat(json(here.get("/me/account")).path("secondFactors").toString())
                .isEqualTo("[\"otp\"]");
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        RestClient victim = new RestClient(stack, address);
        String session = json(victim.get("/me/account")).at("/sessions/0/id").asText();
        String nextDoor = Registry.address();
        registry.member(nextDoor, organisation);
        for (RestClient stranger : List.of(
                new RestClient(stack, nextDoor),
                registry.desk.person("inspector-1"),
                registry.admin,
                registry.desk.person("dpo"))) {
            assertThat(problem(stranger.delete("/me/account/sessions/" + session)))
                    .isEqualTo("/problems/not-found");
            assertThat(problem(stranger.delete("/me/account/sessions/none"))).isEqualTo("/problems/not-found");
        }
        try (Guest guest = guest("en-GB", true).signIn(nextDoor)) {
            guest.open("/portal/profile");
            String token = guest.page().locator("[name=_csrf]").count() > 0
                    ? guest.page().locator("[name=_csrf]").first().inputValue()
                    : "";
            int status = guest.context()
                    .request()
                    .post(
                            stack.portal().url() + "/portal/profile/sessions/" + session + "/sign-out",
                            RequestOptions.create()
                                    .setHeader("Origin", stack.portal().url())
                                    .setForm(FormData.create().set("_csrf", token)))
                    .status();
            assertThat(status).isEqualTo(404);
        }
        assertThat(registry.realm.sessions(address)).contains(session);
        assertThat(victim.get("/me").statusCode()).isEqualTo(200);
        assertThat(entries("own-session-ended", "ALLOWED")).isZero();
    }

    @Test
    void profileShowsWhatIsKeptAndEndsSessionsOneByOne() {
        registry.patch("/people/" + person, "{\"function\":\"Fleet manager\"}");
        RestClient program = new RestClient(stack, address);
        assertThat(program.get("/me").statusCode()).isEqualTo(200);
        try (Guest guest = guest("en-GB", true).signIn(address)) {
            guest.page().locator("details.account summary").click();
            guest.page().locator("details.account a[href='/portal/profile']").click();
            Guest.expect(guest.page().locator("h1")).hasText("Profiel");
            assertThat(guest.page().locator("main").innerText())
                    .contains("Mia Member", address, "Fleet manager", "Nederlands", "Niet ingesteld");
            guest.picture("profile-sessions");
            Locator sessions = guest.page().locator(".members li");
            Guest.expect(sessions).hasCount(2);
            Guest.expect(guest.page().locator(".members button")).hasCount(1);
            guest.page().locator(".members button").click();
            Guest.expect(guest.page().locator(".notice--available")).hasText("De sessie is beëindigd.");
            Guest.expect(sessions).hasCount(1);
            Promise.within(PROMISED, () -> program.get("/me").statusCode() == 401);
            assertThat(guest.complaints()).isEmpty();
        }
    }

    @Test
    void passwordIsChangedOnTheRealmsPagesAndTheReaderComesBack() {
        try (Guest guest = guest("en-GB", false).signIn(address)) {
            guest.open("/portal/profile");
            guest.page().locator("a[href*='change=password']").click();
            guest.page().locator("#password-new").fill("another one");
            guest.page().locator("#password-confirm").fill("another one");
            guest.page().locator("#kc-passwd-update-form [type=submit]").first().click();
            guest.page().waitForURL(stack.portal().url() + "/portal/profile");
            assertThat(guest.heading()).isEqualTo("Profiel");
        }
        try (Guest again = guest("en-GB", false)) {
            again.open("/sign-in");
            again.page().locator("#username").fill(address);
            again.page().locator("#password").fill("another one");
            again.page().locator("#kc-login").click();
            again.page().waitForURL(stack.portal().url() + "/portal/home");
        }
    }

    @Test
    void codesAreSetUpFromTheProfile() {
        try (Guest guest = guest("en-GB", true).signIn(address)) {
            guest.open("/portal/profile");
            guest.page().locator("a[href*='change=codes']").click();
            guest.page()
                    .locator("#totp")
                    .fill(new OneTimeCode(guest.page().locator("#totpSecret").inputValue()).now());
            guest.page().locator("#saveTOTPBtn").click();
            guest.page().waitForURL(stack.portal().url() + "/portal/profile");
            assertThat(guest.page().locator("main").innerText()).contains("Met codes uit een app");
        }
        assertThat(registry.realm.credentials(address)).contains("otp");
    }

    @Test
    void whileTheRealmIsSilentTheRestIsStillThere() throws Exception {
        try (Guest guest = guest("en-GB", true).signIn(address)) {
            guest.open("/portal/profile");
            RestClient program = new RestClient(stack, address);
            assertThat(program.get("/me").statusCode()).isEqualTo(200);
            stack.keycloak().suspend();
            try {
                await().untilAsserted(() -> {
                    guest.open("/portal/profile");
                    assertThat(guest.page().locator("main").innerText()).contains("Mia Member", address);
                    Guest.expect(guest.page().locator(".notice--warning").first())
                            .isVisible();
                });
                assertThat(problem(program.get("/me/account"))).isEqualTo("/problems/directory-away");
            } finally {
                stack.keycloak().resume();
            }
        }
    }

    private static String otherThanHere(RestClient here) {
        for (JsonNode session : json(here.get("/me/account")).path("sessions")) {
            if (!session.path("current").asBoolean()) {
                return session.path("id").asText();
            }
        }
        throw new AssertionError("only one session");
    }

    private long entries(String act, String outcome) {
        return registry.desk.number(
                "select count(*) from audit_entry where act = '%s' and outcome = '%s' and resource_id = '%s'"
                        .formatted(act, outcome, person));
    }

    private Guest guest(String language, boolean script) {
        return Chromium.guest(
                stack.portal().url(),
                new NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale(language)
                        .setJavaScriptEnabled(script));
    }
}
