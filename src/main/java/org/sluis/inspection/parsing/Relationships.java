package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * A relationships part (ISO/IEC 29500-2): what a part points at. Outside the document only ordinary hyperlinks may point:
 * no template, picture, frame, object or workbook that would be fetched.
 */
final class Relationships implements XmlRule {

    private static final Pattern ACTIVE =
            Pattern.compile(".*/(vbaproject|wordvbadata|control|activexcontrolbinary|xlmacrosheet|xlintlmacrosheet)");

    private Optional<String> mainPart = Optional.empty();

    @Override
    public void start(XMLStreamReader element) {
        String type = attribute(element, "Type");
        String target = attribute(element, "Target");
        if (ACTIVE.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
            throw new Refusal(Rule.REMOTE_CONTENT);
        }
        boolean outside = attribute(element, "TargetMode").equalsIgnoreCase("External");
        boolean hyperlink = type.endsWith("/hyperlink");
        if (outside && !(hyperlink && Links.isHyperlink(target))) {
            throw new Refusal(Rule.REMOTE_CONTENT);
        }
        if (!outside && !hyperlink && target.matches("(?i)[a-z][a-z0-9+.-]+:.*|[/\\\\]{2}.*")) {
            throw new Refusal(Rule.REMOTE_CONTENT);
        }
        if (type.endsWith("/officeDocument")) {
            if (mainPart.isPresent()) {
                throw new Refusal(Rule.INCONSISTENT);
            }
            mainPart = Optional.of(target);
        }
    }

    private static String attribute(XMLStreamReader element, String name) {
        return Optional.ofNullable(element.getAttributeValue(null, name))
                .orElse("")
                .strip();
    }

    /** What the package says is the document itself. */
    Optional<String> mainPart() {
        return mainPart;
    }
}
