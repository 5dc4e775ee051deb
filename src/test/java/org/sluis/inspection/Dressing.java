package org.sluis.inspection;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What changes nothing about the meaning of XML, and must change nothing about what is found in it. */
enum Dressing {
    NONE,
    REFERENCES,
    DECIMAL_REFERENCES,
    SECTIONS,
    COMMENTS,
    INSTRUCTIONS,
    OTHER_QUOTES,
    OTHER_PREFIXES,
    STRICT,
    ALTERNATIVE,
    DEEP,
    FAR,
    LINES,
    /** These last are read in two ways. */
    IGNORED_ELEMENTS,
    IGNORED_TEXT,
    IGNORED_BEFORE,
    IGNORED_AFTER;

    private static final Pattern VALUE = Pattern.compile("='([^'&]*)'");
    private static final Pattern TEXT = Pattern.compile(">([^<>&]+)<");
    private static final Pattern OWN_TEXT = Pattern.compile("<((?:\\w+:)?)([\\w-]+)([^<>]*)>([^<>&])([^<>]*)<");
    private static final Pattern ATTRIBUTE = Pattern.compile(" (?!xmlns)(\\w+:)?([\\w-]+)=(?:'[^']*'|\"[^\"]*\")");
    private static final Pattern DECLARED = Pattern.compile("xmlns:(\\w+)=");
    private static final Pattern ROOT = Pattern.compile("(?s)(<[^>]*[^/]>)(.*)(</[^>]*>)");

    /** Whether what is harmless passes in it. */
    boolean isPlain() {
        return compareTo(IGNORED_ELEMENTS) < 0;
    }

    String of(String xml) {
        return switch (this) {
            case NONE -> xml;
            case REFERENCES ->
                texts(values(xml, text -> references(text, "&#x%x;")), text -> references(text, "&#x%X;"));
            case DECIMAL_REFERENCES ->
                texts(values(xml, text -> references(text, "&#%d;")), text -> references(text, "&#0%d;"));
            case SECTIONS -> texts(xml, text -> text.replaceAll("(?s).", "<![CDATA[$0]]>"));
            case COMMENTS -> texts(xml, text -> text.replaceAll("(?s)\\B", "<!---->"));
            case INSTRUCTIONS -> texts(xml, text -> text.replaceAll("(?s)\\B", "<?x y?>"));
            case OTHER_QUOTES -> xml.replaceAll("='([^'\"]*)'", " = \"$1\"");
            case OTHER_PREFIXES -> renamed(xml);
            case STRICT ->
                xml.replaceAll("http://schemas.openxmlformats.org/(\\w+)/2006/", "http://purl.oclc.org/ooxml/$1/");
            case ALTERNATIVE ->
                within(
                        xml,
                        "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
                                + "<mc:Choice Requires='wps'/><mc:Fallback>",
                        "</mc:Fallback></mc:AlternateContent>");
            case DEEP -> within(xml, "<d>".repeat(200), "</d>".repeat(200));
            case FAR -> within(xml, "<d>" + "<e/>".repeat(3000) + "</d>", "");
            case LINES -> xml.replace("/>", "\n\t/>");
            case IGNORED_ELEMENTS -> elements(xml, "<i:$2 xmlns:i='urn:ignored'/>");
            case IGNORED_TEXT -> elements(xml, "<i:x xmlns:i='urn:ignored'>x</i:x>");
            case IGNORED_BEFORE -> attributes(xml, " i:$2='x'$0");
            case IGNORED_AFTER -> attributes(xml, "$0 i:$2='x'");
        };
    }

    private static String values(String xml, UnaryOperator<String> change) {
        return VALUE.matcher(xml).replaceAll(found -> changed(found, "='", change, "'"));
    }

    private static String texts(String xml, UnaryOperator<String> change) {
        return TEXT.matcher(xml).replaceAll(found -> changed(found, ">", change, "<"));
    }

    private static String changed(MatchResult found, String before, UnaryOperator<String> change, String after) {
        return Matcher.quoteReplacement(before + change.apply(found.group(1)) + after);
    }

    /** Puts an element into each text, behind its first letter. */
    private static String elements(String xml, String added) {
        return OWN_TEXT.matcher(xml).replaceAll("<$1$2$3>$4" + added + "$5<");
    }

    /** Puts an attribute of another namespace beside each attribute but those of the outermost element. */
    private static String attributes(String xml, String added) {
        int content = xml.indexOf('>');
        String root = xml.substring(0, content) + " xmlns:i='urn:ignored'";
        return root + ATTRIBUTE.matcher(xml.substring(content)).replaceAll(added);
    }

    private static String renamed(String xml) {
        Set<String> prefixes =
                DECLARED.matcher(xml).results().map(found -> found.group(1)).collect(Collectors.toSet());
        String renamed = xml;
        for (String prefix : prefixes) {
            renamed = renamed.replaceAll("(?<=[</\\s])" + prefix + "(?=:)", prefix + "-1")
                    .replace("xmlns:" + prefix + "=", "xmlns:" + prefix + "-1=");
        }
        return renamed;
    }

    private static String references(String text, String form) {
        return text.chars().mapToObj(form::formatted).collect(Collectors.joining());
    }

    private static String within(String xml, String before, String after) {
        return ROOT.matcher(xml)
                .replaceFirst("$1" + Matcher.quoteReplacement(before) + "$2" + Matcher.quoteReplacement(after) + "$3");
    }
}
