package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page on large screens and small, by day and by night, for keyboards and screen readers (WCAG 2.2 AA). They are
 * walked through once, and every test has its own look at each.
 */
class EveryPageIT {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final int NARROWEST = 320;
    private static final int HEIGHT = 844;

    private static final List<String> VIOLATIONS = new ArrayList<>();
    private static final List<String> TOO_WIDE = new ArrayList<>();
    private static final List<String> WITHOUT_RING = new ArrayList<>();
    private static final List<String> SMALL_TARGETS = new ArrayList<>();
    private static final List<String> ON_PAPER = new ArrayList<>();

    /** What a finger aims at: 44 pixels high at least, as WCAG's 2.5.5 asks at level AAA. */
    private static final String SMALL = """
            () => [...document.querySelectorAll("button, summary, .btn, nav a, select, input, textarea")]
              .filter((target) => !["hidden", "radio", "checkbox"].includes(target.type))
              .map((target) => [target, target.getBoundingClientRect()])
              .filter(([, { width, height }]) => width > 1 && height > 1 && height < 43.5)
              .map(([target, { height }]) => `${height} of ${target.outerHTML.slice(0, 120)}`)
            """;

    /** What can only be pressed on a screen, and is seen all the same. */
    private static final String PRESSED = """
            () => [...document.querySelectorAll("button, nav, .btn, summary, dialog")]
              .filter((element) => element.getClientRects().length > 0)
              .map((element) => element.outerHTML.slice(0, 120))
            """;

    /** The lines of a list are alike, and a full page of them takes a quarter of a minute to tab through. */
    private static final String SHORTEN =
            "() => document.querySelectorAll('.document:nth-child(n+7), .trail tbody tr:nth-child(n+7)').forEach((line) => line.remove())";

    @BeforeAll
    static void lookAtEveryPage() {
        NewContextOptions options = new NewContextOptions()
                .setViewportSize(DESKTOP, HEIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setBypassCSP(true)
                .setLocale("en-GB");
        EveryPage.walk(options, EveryPageIT::look);
    }

    private static void look(Guest guest, String name) {
        Page page = guest.page();
        page.evaluate(SHORTEN);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            String screen = name + "-" + scheme.name().toLowerCase(Locale.ROOT);
            page.setViewportSize(DESKTOP, HEIGHT);
            guest.picture(screen + "-desktop");
            note(VIOLATIONS, screen, Accessibility.violations(page));
            page.setViewportSize(PHONE, HEIGHT);
            page.setViewportSize(PHONE, Math.max(HEIGHT, height(page)));
            guest.picture(screen + "-phone");
        }
        note(TOO_WIDE, name, tooWide(page, PHONE));
        note(TOO_WIDE, name, tooWide(page, NARROWEST));
        note(SMALL_TARGETS, name, strings(page.evaluate(SMALL)));
        note(WITHOUT_RING, name + " on a phone", FocusRing.missing(page));
        page.setViewportSize(DESKTOP, HEIGHT);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        note(WITHOUT_RING, name, FocusRing.missing(page));
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        guest.picture(name + "-print");
        note(ON_PAPER, name, strings(page.evaluate(PRESSED)));
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Test
    void meetsTheRulesForAccessibilityByDayAndByNight() {
        assertThat(VIOLATIONS).isEmpty();
    }

    @Test
    void fitsTheNarrowestScreen() {
        assertThat(TOO_WIDE).isEmpty();
    }

    @Test
    void showsWhereTheKeyboardIs() {
        assertThat(WITHOUT_RING).isEmpty();
    }

    @Test
    void offersEachFingerEnough() {
        assertThat(SMALL_TARGETS).isEmpty();
    }

    @Test
    void putsNothingOnPaperThatOnlyAScreenCanDo() {
        assertThat(ON_PAPER).isEmpty();
    }

    private static List<String> strings(Object found) {
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    /** A phone as long as its page, so that the bar at the bottom is there in the picture too. */
    private static int height(Page page) {
        return (Integer) page.evaluate("document.documentElement.scrollHeight");
    }

    private static List<String> tooWide(Page page, int width) {
        page.setViewportSize(width, HEIGHT);
        int needed = (Integer) page.evaluate("document.documentElement.scrollWidth");
        return needed <= width ? List.of() : List.of("needs %d of %d".formatted(needed, width));
    }

    private static void note(List<String> findings, String page, List<String> found) {
        found.forEach(finding -> findings.add(page + ": " + finding));
    }
}
