package org.sluis.inspection.parsing;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of CSS, a sheet or the value of an attribute, as a browser reads it (CSS Syntax Level 3): without comments, escapes
 * resolved. It may refer to places in its own drawing and to pictures and fonts that it carries.
 */
final class StyleSheet {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})[ \\t\\r\\n\\f]?|(\\R)|(.))", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?i)@import\\b[^;]{0,300}");
    private static final Pattern FUNCTION =
            Pattern.compile("(?i)\\b(?:url|src|image|image-set)\\(\\s*(?:\"([^\"]*+)\"?|'([^']*+)'?|([^)]*+))");
    private static final Pattern RUNNING =
            Pattern.compile("(?i)expression\\s*\\(|behaviou?r\\s*:|-moz-binding|javascript:");
    private static final Pattern FONT = Pattern.compile(
            "(?i)data:(font/|application/(x-)?font|application/vnd\\.ms-fontobject|application/octet-stream).*",
            Pattern.DOTALL);

    private StyleSheet() {}

    /** Whether a text may hold anything that is looked for; most attributes are numbers. */
    static boolean mayRefer(String text) {
        return text.indexOf('(') >= 0 || text.indexOf('@') >= 0 || text.indexOf('\\') >= 0 || text.indexOf(':') >= 0;
    }

    /** @throws Refusal where it fetches or runs something */
    static void check(String text) {
        String plain = unescaped(COMMENT.matcher(text).replaceAll(""));
        Matcher running = RUNNING.matcher(plain);
        if (running.find()) {
            throw new Refusal(Rule.SCRIPT).naming(running.group());
        }
        Matcher imported = IMPORT.matcher(plain);
        if (imported.find()) {
            throw new Refusal(Rule.REMOTE_CONTENT).naming(imported.group());
        }
        for (Matcher function = FUNCTION.matcher(plain); function.find(); ) {
            checkAddress(argument(function).strip());
        }
    }

    private static void checkAddress(String address) {
        if (!FONT.matcher(address).matches()) {
            Links.checkFetch(address, Rule.REMOTE_CONTENT);
        }
    }

    private static String argument(Matcher function) {
        for (int group = 1; group <= function.groupCount(); group++) {
            if (function.group(group) != null) {
                return function.group(group);
            }
        }
        return "";
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : ESCAPE.matcher(text).replaceAll(StyleSheet::meant);
    }

    private static String meant(MatchResult escape) {
        if (escape.group(1) != null) {
            int letter = Integer.parseInt(escape.group(1), 16);
            return Matcher.quoteReplacement(Character.isValidCodePoint(letter) ? Character.toString(letter) : "\ufffd");
        }
        return escape.group(3) == null ? "" : Matcher.quoteReplacement(escape.group(3));
    }
}
