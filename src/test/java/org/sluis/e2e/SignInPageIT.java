package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The realm's page where people sign in, in the portal's looks. */
class SignInPageIT {

    private static final String LOOKS = "element => { const { backgroundColor, color } ="
            + " getComputedStyle(element); return { backgroundColor, color }; }";

    private final Stack stack = SharedStack.get();

    @ParameterizedTest
    @CsvSource({
        "en-GB,Sign in,This is a demonstration.",
        "fr-BE,Connexion,Ceci est une démonstration.",
        "nl-BE,Aanmelden,Dit is een demonstratie."
    })
    void saysInEachLanguageThatThisIsADemonstration(String language, String title, String notice) {
        try (Guest guest = guest(new NewContextOptions().setLocale(language))) {
            guest.open("/sign-in");
            assertThat(guest.heading()).isEqualTo(title);
            assertThat(guest.page().locator(".sluis-notice").innerText()).startsWith(notice);
        }
    }

    @Test
    void looksLikeThePortal() {
        try (Guest guest = guest(new NewContextOptions().setLocale("en-GB"))) {
            guest.open("/");
            Map<?, ?> ours = looks(guest.page(), ".welcome .btn-primary");
            Map<?, ?> ground = looks(guest.page(), "body");
            guest.open("/sign-in");
            Map<?, ?> theirs = looks(guest.page(), "#kc-login");
            for (String property : List.of("backgroundColor", "color")) {
                assertThat(theirs.get(property)).as(property).isEqualTo(ours.get(property));
            }
            assertThat(looks(guest.page(), "body").get("backgroundColor")).isEqualTo(ground.get("backgroundColor"));
            assertThat(looks(guest.page(), "body").get("color")).isEqualTo(ground.get("color"));
        }
    }

    @ParameterizedTest
    @CsvSource({"phone,390,844,LIGHT", "desktop,1280,800,LIGHT", "night,390,844,DARK"})
    void servesEverybodyOnEveryScreen(String name, int width, int height, ColorScheme light) {
        NewContextOptions screen = new NewContextOptions()
                .setLocale("en-GB")
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(light)
                .setBypassCSP(true);
        try (Guest guest = guest(screen)) {
            guest.open("/sign-in");
            guest.picture("sign-in-" + name);
            assertThat(Accessibility.violations(guest.page())).isEmpty();
            assertThat(guest.page().evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                    .as("fits the width")
                    .isEqualTo(true);
            guest.page().locator("#username").fill("nobody");
            guest.page().locator("#password").fill("wrong");
            guest.page().locator("#kc-login").click();
            guest.page().locator("#input-error-username").waitFor();
            guest.picture("sign-in-refused-" + name);
            assertThat(Accessibility.violations(guest.page())).isEmpty();
        }
    }

    private static Map<?, ?> looks(Page page, String element) {
        return (Map<?, ?>) page.locator(element).first().evaluate(LOOKS);
    }

    private Guest guest(NewContextOptions options) {
        return Chromium.guest(stack.portal().url(), options);
    }
}
