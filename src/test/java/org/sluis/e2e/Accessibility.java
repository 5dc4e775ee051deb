package org.sluis.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Judges a page by the rules of WCAG 2.2 AA that a program can judge (axe-core). A bar that stays in sight lies over some
 * line of a list wherever that is scrolled to, and no line is out of reach for that: bars are judged where they rest.
 */
final class Accessibility {

    private static final String AXE = axe();
    private static final String RUN = """
            async () => {
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const bars = [...document.querySelectorAll(".selection, .tray__listed, #tray-home")];
              bars.forEach((bar) => bar.style.setProperty("position", "static", "important"));
              const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
              bars.forEach((bar) => bar.style.removeProperty("position"));
              return violations.map(({ id, help, nodes }) =>
                `${id}: ${help}: ${nodes.map((node) => node.html).join(" | ")}`);
            }
            """;

    private Accessibility() {}

    /** @param page in a context that lets scripts of the test in */
    static List<String> violations(Page page) {
        page.evaluate(AXE);
        return ((List<?>) page.evaluate(RUN)).stream().map(Object::toString).toList();
    }

    private static String axe() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
