package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * A drawing (SVG 2) inside an office document: shapes, and what it carries itself. Names count in whichever namespace and case,
 * for viewers differ.
 */
final class SvgXml implements XmlRule {

    private static final Set<String> ACTIVE =
            Set.of("script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "applet");
    private static final Set<String> PICTURES = Set.of("image", "feimage");
    private static final Set<String> ANIMATIONS =
            Set.of("animate", "set", "animatetransform", "animatemotion", "animatecolor");
    private static final Set<String> VALUES = Set.of("to", "from", "by", "values");
    private static final Pattern SCRIPT_ADDRESS =
            Pattern.compile("(?i)(javascript|vbscript|livescript|mocha):.*", Pattern.DOTALL);
    private static final int MAX_STYLE_CHARACTERS = 8_000_000;

    private final StringBuilder style = new StringBuilder();
    private final Within inStyle = new Within();

    @Override
    public void start(XMLStreamReader element) {
        String name = element.getLocalName().toLowerCase(Locale.ROOT);
        if (ACTIVE.contains(name)) {
            throw new Refusal(Rule.SCRIPT).naming(element.getLocalName());
        }
        inStyle.start(name.equals("style"));
        for (int index = 0; index < element.getAttributeCount(); index++) {
            attribute(
                    name,
                    element.getAttributeLocalName(index).toLowerCase(Locale.ROOT),
                    String.valueOf(element.getAttributeNamespace(index)),
                    element.getAttributeValue(index));
        }
        if (ANIMATIONS.contains(name)) {
            animation(element);
        }
    }

    private static void attribute(String element, String name, String namespace, String value) {
        if (name.startsWith("on") && isOwn(namespace)) {
            throw new Refusal(Rule.SCRIPT).naming(name);
        }
        String address = value.replaceAll("[\\x00-\\x20]", "");
        if (SCRIPT_ADDRESS.matcher(address).matches()) {
            throw new Refusal(Rule.SCRIPT).naming(value);
        }
        if (name.equals("href") || name.equals("src")) {
            address(element, address);
        } else if (name.equals("base")) {
            Links.checkFetch(value, Rule.REMOTE_CONTENT);
        } else if (StyleSheet.mayRefer(value)) {
            StyleSheet.check(value);
        }
    }

    /** Attributes of the drawing itself; editors keep their notes in namespaces of their own. */
    private static boolean isOwn(String namespace) {
        return namespace.isEmpty() || namespace.equals("null") || namespace.equals("http://www.w3.org/2000/svg");
    }

    private static void address(String element, String address) {
        if (element.equals("a")) {
            Links.checkClick(address);
        } else {
            Links.checkFetch(address, PICTURES.contains(element) ? Rule.REMOTE_PICTURE : Rule.REMOTE_CONTENT);
        }
    }

    /** What an animation would make of an address or a handler must be as harmless as if it stood there. */
    private static void animation(XMLStreamReader element) {
        String target = String.valueOf(element.getAttributeValue(null, "attributeName"));
        String animated = target.substring(target.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        if (animated.startsWith("on")) {
            throw new Refusal(Rule.SCRIPT).naming(target);
        }
        for (int index = 0; animated.equals("href") && index < element.getAttributeCount(); index++) {
            if (VALUES.contains(element.getAttributeLocalName(index).toLowerCase(Locale.ROOT))) {
                for (String address : element.getAttributeValue(index).split(";", -1)) {
                    address("animate", address.strip());
                }
            }
        }
    }

    @Override
    public void text(String text) {
        if (inStyle.isInside()) {
            style.append(text);
            Refusal.unless(style.length() <= MAX_STYLE_CHARACTERS, Rule.STRUCTURE_SIZE);
        }
    }

    @Override
    public void end(String localName) {
        if (inStyle.end()) {
            StyleSheet.check(style.toString());
            style.setLength(0);
        }
    }

    @Override
    public void instruction(String target) {
        if (target.equals("xml-stylesheet")) {
            throw new Refusal(Rule.REMOTE_CONTENT).naming(target);
        }
    }

    /** Programs that draw name the document type of the W3C. */
    @Override
    public Set<String> documentTypes() {
        return Set.of("svg");
    }
}
