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
            throw new Refusal(Rule.MACRO).naming(Attributes.named(element, "name"));
        }
        String address = Attributes.named(element, "href");
        if (!address.isEmpty() || Attributes.named(element, "link").equals("true")) {
            throw new Refusal(Rule.MACRO).naming(address);
        }
    }

    @Override
    public Set<String> documentTypes() {
        return Set.of("library:libraries", "library:library");
    }
}
