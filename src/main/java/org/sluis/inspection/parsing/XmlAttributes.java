package org.sluis.inspection.parsing;

import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** Attributes of parts of Office Open XML documents, by their local names. */
final class XmlAttributes {

    private XmlAttributes() {}

    /** The attribute in whichever namespace; there is none of the same local name that means something else. */
    static String attribute(XMLStreamReader element, String name) {
        StringBuilder found = new StringBuilder();
        for (int index = 0; index < element.getAttributeCount(); index++) {
            if (element.getAttributeLocalName(index).equalsIgnoreCase(name)) {
                found.append(
                        Optional.ofNullable(element.getAttributeValue(index)).orElse(""));
            }
        }
        return found.toString();
    }
}
