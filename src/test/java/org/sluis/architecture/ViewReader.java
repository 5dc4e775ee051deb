package org.sluis.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.attoparser.AbstractMarkupHandler;

/** Reads a view with the parser that also renders it, and notes what does not belong there. */
final class ViewReader extends AbstractMarkupHandler {

    /** Attributes whose value people read or hear. */
    private static final Set<String> SPOKEN =
            Set.of("title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label");

    private static final Set<String> RENDERED_TEXT = Set.of("th:text", "th:utext");
    private static final Pattern EXPRESSION = Pattern.compile("[#$~@]\\{(?:[^{}]|\\{[^{}]*})*}");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern LITERAL_WITH_LETTERS = Pattern.compile("'[^']*\\p{L}[^']*'");

    private final List<String> faults = new ArrayList<>();

    /** What was found, each with its line. */
    List<String> faults() {
        return faults;
    }

    @Override
    public void handleText(char[] buffer, int offset, int length, int line, int column) {
        String text = new String(buffer, offset, length);
        if (LETTERS.matcher(text).find()) {
            note(line, "text in the view: " + text.strip());
        }
    }

    @Override
    public void handleAttribute(
            char[] buffer,
            int nameOffset,
            int nameLength,
            int nameLine,
            int nameColumn,
            int operatorOffset,
            int operatorLength,
            int operatorLine,
            int operatorColumn,
            int valueContentOffset,
            int valueContentLength,
            int valueOuterOffset,
            int valueOuterLength,
            int valueLine,
            int valueColumn) {
        String name = new String(buffer, nameOffset, nameLength).toLowerCase(Locale.ROOT);
        check(name, new String(buffer, valueContentOffset, valueContentLength), nameLine);
    }

    private void check(String name, String value, int line) {
        if (SPOKEN.contains(name) && LETTERS.matcher(value).find()) {
            note(line, "text in " + name + ": " + value);
        }
        if (isRenderedText(name)
                && LITERAL_WITH_LETTERS
                        .matcher(EXPRESSION.matcher(value).replaceAll(""))
                        .find()) {
            note(line, "text in " + name + ": " + value);
        }
        if (name.equals("th:utext")) {
            note(line, "unescaped output: " + value);
        }
        if (name.equals("style") || name.startsWith("on") || name.startsWith("th:on") || name.startsWith("hx-on")) {
            note(line, "code in the page, which the browser is told to refuse: " + name);
        }
    }

    private static boolean isRenderedText(String name) {
        return RENDERED_TEXT.contains(name) || (name.startsWith("th:") && SPOKEN.contains(name.substring(3)));
    }

    private void note(int line, String fault) {
        faults.add("line %d: %s".formatted(line, fault));
    }
}
