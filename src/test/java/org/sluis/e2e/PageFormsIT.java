package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluis.PageForm;

/**
 * Every change the pages offer, found by looking at what is registered: none happens for another site, and none without
 * the secret of its session.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PageFormsIT {

    private static final Map<String, String> ACCOUNTS =
            Map.of("client", "client-a1", "inspector", "inspector-1", "admin", "admin", "dpo", "dpo");

    private final Desk desk = new Desk();
    private final String portal = desk.stack.portal().url();
    private final Map<String, Guest> people = new HashMap<>();

    @AfterAll
    void everybodyLeaves() {
        people.values().forEach(Guest::close);
    }

    static Stream<PageForm> forms() {
        return PageForm.all();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void needsTheSecretOfItsSession(PageForm form) {
        assertThat(titleOf(post(form, portal, "guessed"))).isEqualTo("This page has expired");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isRefusedToAnotherSiteEvenWithTheSecret(PageForm form) {
        String secret = secretOf(person(form));
        for (String origin : Set.of("https://evil.example", "null", portal + ".evil.example")) {
            assertThat(titleOf(post(form, origin, secret))).isEqualTo("Not sent from this portal");
        }
    }

    @Test
    void isRefusedToAPageOfAnotherSiteInTheBrowser() {
        Set<String> addresses =
                PageForm.all().map(form -> address(form.route().path())).collect(Collectors.toCollection(TreeSet::new));
        addresses.addAll(Set.of("/sign-out", "/preferences"));
        try (Guest reader = guest().signIn("client-a1")) {
            for (String address : addresses) {
                reader.page().navigate("about:blank");
                reader.page()
                        .setContent("<form method=post action='%s%s'><button>win</button></form>"
                                .formatted(portal, address));
                Response answer = reader.page()
                        .waitForResponse(
                                portal + address, () -> reader.button("win").click());
                assertThat(answer.status()).as(address).isEqualTo(403);
                Guest.expect(reader.page().locator("h1")).hasText("Not sent from this portal");
            }
            reader.open("/sign-in");
            assertThat(reader.page().url()).as("still signed in").isEqualTo(portal + "/portal/home");
        }
    }

    private APIResponse post(PageForm form, String origin, String secret) {
        RequestOptions request = RequestOptions.create()
                .setHeader("Origin", origin)
                .setHeader("X-CSRF-TOKEN", secret)
                .setMaxRedirects(0)
                .setMethod(form.route().verb());
        return person(form)
                .context()
                .request()
                .fetch(portal + address(form.route().path()), filled(request, form, secret));
    }

    private static RequestOptions filled(RequestOptions request, PageForm form, String secret) {
        if (form.route().verb().equals("DELETE")) {
            return request;
        }
        if (form.bytes()) {
            return request.setHeader("Content-Type", form.takes().orElseThrow()).setData(new byte[] {1});
        }
        FormData fields = FormData.create().set("_csrf", secret);
        return form.multipart() ? request.setMultipart(fields) : request.setForm(fields);
    }

    private static String titleOf(APIResponse refusal) {
        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.text()).contains("<h1");
        return refusal.text().replaceAll("(?s).*<h1[^>]*>\\s*(.*?)\\s*</h1>.*", "$1");
    }

    /** Somebody whose role may use the form, so that nothing but its protection stands in the way. */
    private Guest person(PageForm form) {
        String role = new TreeSet<>(form.route().roles()).first();
        return people.computeIfAbsent(ACCOUNTS.get(role), account -> guest().signIn(account));
    }

    /** A session has one secret, on whatever page; every page with a form has it. */
    private String secretOf(Guest person) {
        if (person.page().locator("[data-csrf], [name=_csrf]").count() == 0) {
            boolean administrator = person == people.get("admin");
            person.open(administrator ? "/portal/documents/" + desk.released() + "/grants" : "/portal/upload");
        }
        return (String) person.page()
                .locator("[data-csrf], [name=_csrf]")
                .first()
                .evaluate("element => element.dataset.csrf ?? element.value");
    }

    private static String address(String path) {
        return path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private Guest guest() {
        return Chromium.guest(portal, new NewContextOptions().setLocale("en-GB"));
    }
}
