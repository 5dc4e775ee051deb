package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;

/** Attributes by what they are called, in whichever namespace and case. */
final class Attributes {

    private Attributes() {}

    /**
     * The one of that name; nothing where there is none.
     *
     * @throws Refusal where two are called so, since programs differ in which one they pass over
     */
    static String named(XMLStreamReader element, String name) {
        List<String> found = all(element, name);
        if (found.size() > 1) {
            throw new Refusal(Rule.INCONSISTENT).naming(name);
        }
        return String.join("", found);
    }

    static List<String> all(XMLStreamReader element, String name) {
        List<String> found = new ArrayList<>();
        for (int index = 0; index < element.getAttributeCount(); index++) {
            if (element.getAttributeLocalName(index).equalsIgnoreCase(name)) {
                found.add(Objects.requireNonNullElse(element.getAttributeValue(index), ""));
            }
        }
        return found;
    }
}
