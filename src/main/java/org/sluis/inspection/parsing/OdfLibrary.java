package org.sluis.inspection.parsing;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * The index of a library of macros or dialogs. LibreOffice adds the indexes of an empty library to every document whose macros
 * somebody looked for; only one that lists a module, or links to a library elsewhere, stands for something that runs.
 */
final class OdfLibrary implements XmlRule {

    @Override
    public void start(XMLStreamReader element) {
        if (element.getLocalName().equals("element")) {
            throw new Refusal(Rule.MACRO).naming(value(element, "name"));
        }
        String address = value(element, "href");
        if (!address.isEmpty() || value(element, "link").equals("true")) {
            throw new Refusal(Rule.MACRO).naming(address);
        }
    }

    private static String value(XMLStreamReader element, String name) {
        for (int index = 0; index < element.getAttributeCount(); index++) {
            if (element.getAttributeLocalName(index).equals(name)) {
                return element.getAttributeValue(index);
            }
        }
        return "";
    }

    @Override
    public Set<String> documentTypes() {
        return Set.of("library:libraries", "library:library");
    }
}
