package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * Addresses that parts of an Office Open XML document say themselves, without a relationship: the base of all others, and
 * the macros of other documents that buttons of the ribbon call.
 */
final class PartAddresses {

    private static final String BASE = "HyperlinkBase";
    private static final int MAX_CHARACTERS = 10_000;
    private static final Pattern CALL = Pattern.compile("(on|get|load).*");
    private static final Pattern OTHER_DOCUMENTS_MACRO = Pattern.compile("(?s).*[!/\\\\].*");

    private final StringBuilder base = new StringBuilder();
    private final Within inBase = new Within();

    void start(XMLStreamReader element) {
        inBase.start(element.getLocalName().equals(BASE));
        String namespace = Optional.ofNullable(element.getNamespaceURI()).orElse("");
        if (!namespace.toLowerCase(Locale.ROOT).contains("/customui")) {
            return;
        }
        for (int index = 0; index < element.getAttributeCount(); index++) {
            boolean call = CALL.matcher(element.getAttributeLocalName(index).toLowerCase(Locale.ROOT))
                    .matches();
            String value = element.getAttributeValue(index);
            if (call && OTHER_DOCUMENTS_MACRO.matcher(value).matches()) {
                throw new Refusal(Rule.RUNNING_ACTION).naming(value);
            }
        }
    }

    void text(String text) {
        inBase.mustBeOwn(text);
        if (inBase.isInside()) {
            base.append(text);
            Refusal.unless(base.length() <= MAX_CHARACTERS, Rule.STRUCTURE_SIZE);
        }
    }

    /** What is beside the document by its address would lie there. */
    void end() {
        if (inBase.end()) {
            String address = base.toString();
            base.setLength(0);
            Links.checkFetch(address, Rule.REMOTE_CONTENT);
        }
    }
}
