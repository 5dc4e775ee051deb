package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** A file of an OpenDocument. Looks for encryption, scripts, links that are followed by themselves, and formulas that fetch. */
final class OdfPart implements XmlRule {

    private static final Set<String> ACTIVE =
            Set.of("applet", "dde-connection-decl", "dde-link", "dde-source", "event-listener", "script", "submission");
    private static final Set<String> RUNNING_ACTIONS = Set.of("execute", "run-macro", "verb");
    private static final Set<String> HYPERLINKS = Set.of("a", "area-rectangle", "area-circle", "area-polygon");
    private static final Pattern SCRIPT_ADDRESS =
            Pattern.compile("(?i)\\s*(vnd\\.sun\\.star\\.(script|expand):|macro:/).*");
    private static final Pattern FETCHING_FORMULA = Pattern.compile("(?i)\\b(webservice|dde)\\s*\\(");

    @Override
    public void start(XMLStreamReader element) {
        String name = element.getLocalName();
        if (name.equals("encryption-data")) {
            throw new Refusal(Rule.PASSWORD);
        }
        boolean active = ACTIVE.contains(name) && !isPresentation(element);
        for (int index = 0; index < element.getAttributeCount(); index++) {
            active |= isActive(name, element.getAttributeLocalName(index), element.getAttributeValue(index));
        }
        if (active) {
            throw new Refusal(Rule.REMOTE_CONTENT);
        }
    }

    /** Slides have events of their own; what they do stands in an attribute. */
    private static boolean isPresentation(XMLStreamReader element) {
        return element.getLocalName().equals("event-listener")
                && String.valueOf(element.getNamespaceURI()).contains(":presentation:");
    }

    private static boolean isActive(String element, String attribute, String value) {
        if (SCRIPT_ADDRESS.matcher(value).matches()) {
            return true;
        }
        return switch (attribute) {
            case "href" -> leadsAway(element, value);
            case "formula" -> FETCHING_FORMULA.matcher(value).find();
            case "action" -> RUNNING_ACTIONS.contains(value.toLowerCase(Locale.ROOT));
            default -> false;
        };
    }

    private static boolean leadsAway(String element, String address) {
        if (HYPERLINKS.contains(element) || element.equals("event-listener")) {
            return !Links.isHyperlink(address);
        }
        if (element.equals("template")) {
            return Links.isElsewhere(address);
        }
        return !Links.isInside(address) && !address.isEmpty();
    }
}
