package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** One element of a page inside a document, under whichever prefix. */
final class HtmlElement {

    private static final Set<String> RUNNING = Set.of("applet", "embed", "handler", "listener", "object", "script");
    private static final Set<String> FETCHING = Set.of("base", "bgsound", "frame", "iframe", "frameset", "portal");
    private static final Set<String> OF_OTHER_PARTS =
            Set.of("dbpr", "ddelink", "delinstrtext", "fldchar", "fldsimple", "instrtext", "webpr");
    private static final Set<String> CLICKED = Set.of("a", "area", "form", "button");
    private static final Set<String> ADDRESSES = Set.of(
            "action",
            "althref",
            "background",
            "codebase",
            "data",
            "dynsrc",
            "formaction",
            "href",
            "lowsrc",
            "manifest",
            "ping",
            "poster",
            "src",
            "srcset",
            "store");
    private static final Pattern STYLE_ADDRESS =
            Pattern.compile("(?is)(?:url\\s*\\(|@import)\\s*[\"']?\\s*([^\"')\\s;]*)");
    private static final Pattern RUNNING_STYLE = Pattern.compile("(?is)expression\\s*\\(|behavior\\s*:|-moz-binding");
    private static final Pattern FIELD = Pattern.compile("(?is)mso-(field-code|element\\s*:\\s*[\"']?field)");
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\([0-9a-fA-F]{1,6})\\s?|\\\\([^0-9a-fA-F])|/\\*.*?\\*/", Pattern.DOTALL);

    private HtmlElement() {}

    /** @throws Refusal where it runs or fetches something */
    static void check(Element element) {
        String name = local(element.tagName());
        if (RUNNING.contains(name)) {
            throw new Refusal(Rule.SCRIPT).naming(name);
        }
        boolean refreshes =
                name.equals("meta") && element.attr("http-equiv").strip().equalsIgnoreCase("refresh");
        if (refreshes || FETCHING.contains(name)) {
            throw new Refusal(Rule.REMOTE_CONTENT).naming(name);
        }
        if (name.equals("meta")) {
            PageLetters.check(element.attributes().html());
        }
        if (OF_OTHER_PARTS.contains(name)) {
            throw new Refusal(Rule.FETCHING_FIELD).naming(name);
        }
        if (name.equals("f") || name.startsWith("fmla")) {
            Formulas.check(element.wholeText());
        }
        if (name.equals("style")) {
            style(element.data());
        }
        for (Attribute attribute : element.attributes()) {
            attribute(name, local(attribute.getKey()), attribute.getValue());
        }
    }

    private static void attribute(String element, String name, String value) {
        if (element.equals("meta")) {
            PageLetters.check(value);
        }
        if (name.equals("charset")) {
            PageLetters.checkName(value);
        }
        if (name.startsWith("on")) {
            throw new Refusal(Rule.SCRIPT).naming(name);
        }
        if (name.equals("style")) {
            style(value);
        }
        if (name.equals(PackedDrawings.ATTRIBUTE)) {
            OoxmlPart.refusePacked(value);
        }
        if (!ADDRESSES.contains(name)) {
            return;
        }
        if (CLICKED.contains(element) && !name.equals("ping")) {
            Links.checkClick(value);
            return;
        }
        Rule remote = element.equals("img") || element.equals("imagedata") ? Rule.REMOTE_PICTURE : Rule.REMOTE_CONTENT;
        for (String address : name.equals("srcset") ? value.split(",", -1) : new String[] {value}) {
            Links.checkFetch(address, remote);
        }
    }

    /** A style sheet or a style; its escapes are undone and its comments taken out, as browsers do. */
    private static void style(String style) {
        for (String reading : new String[] {style, plain(style)}) {
            if (RUNNING_STYLE.matcher(reading).find()) {
                throw new Refusal(Rule.SCRIPT).naming("style");
            }
            if (FIELD.matcher(reading).find()) {
                throw new Refusal(Rule.FETCHING_FIELD);
            }
            Matcher address = STYLE_ADDRESS.matcher(reading);
            while (address.find()) {
                Links.checkFetch(address.group(1), Rule.REMOTE_CONTENT);
            }
        }
    }

    private static String plain(String style) {
        return ESCAPED.matcher(style).replaceAll(found -> {
            if (found.group(1) != null) {
                int letter = Integer.parseInt(found.group(1), 16);
                return Character.isValidCodePoint(letter) ? Matcher.quoteReplacement(Character.toString(letter)) : "";
            }
            return found.group(2) == null ? "" : Matcher.quoteReplacement(found.group(2));
        });
    }

    /** Consumers tell elements apart by what follows the prefix. */
    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
