package org.sluis.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Whether people at a keyboard see where they are: what gets the focus, or what it lies in, must get a ring (WCAG 2.4.7). */
final class FocusRing {

    private static final int MANY_TABS = 400;

    /** What everything looks like while nothing has the focus; the next press of the key leads to the first there is. */
    private static final String REMEMBER = """
            () => {
              const ring = (element) => {
                const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
                const outline = outlineStyle === "none" ? "none" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
                return `${outline} ${boxShadow}`;
              };
              const beginning = document.querySelector("dialog:modal") ?? document.body;
              beginning.tabIndex = -1;
              beginning.focus();
              beginning.blur();
              beginning.removeAttribute("tabindex");
              const everything = [...document.querySelectorAll("*")];
              window.focusTest = { ring, before: new Map(everything.map((element) => [element, ring(element)])) };
            }
            """;

    /** Nothing at the end of the page, otherwise what has the focus, and "seen" or "unseen" before it. */
    private static final String FOCUSED = """
            () => {
              const { ring, before, last, passed = new Set() } = window.focusTest;
              const focused = document.activeElement;
              if (focused === document.body || (focused !== last && passed.has(focused))) {
                return null;
              }
              passed.add(focused);
              Object.assign(window.focusTest, { last: focused, passed });
              let seen = false;
              for (let place = focused; place !== document.body; place = place.parentElement) {
                seen ||= ring(place) !== before.get(place);
              }
              return (seen ? "seen " : "unseen ") + focused.outerHTML.slice(0, 160);
            }
            """;

    private FocusRing() {}

    /** What a keyboard reaches on the page without anybody seeing it; "nothing" where it reaches nothing at all. */
    static List<String> missing(Page page) {
        page.evaluate(REMEMBER);
        List<String> unseen = new ArrayList<>();
        for (int press = 0; press < MANY_TABS; press++) {
            page.keyboard().press("Tab");
            Object focused = page.evaluate(FOCUSED);
            if (focused == null) {
                return press == 0 ? List.of("nothing") : unseen;
            }
            if (focused.toString().startsWith("unseen")) {
                unseen.add(focused.toString());
            }
        }
        return List.of("no end");
    }
}
