package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** A drawing inside an office document: shapes only. */
final class SvgXml implements XmlRule {

    private static final Set<String> ACTIVE =
            Set.of("script", "foreignobject", "iframe", "object", "embed", "handler", "listener");

    @Override
    public void start(XMLStreamReader element) {
        boolean active = ACTIVE.contains(element.getLocalName().toLowerCase(Locale.ROOT));
        for (int index = 0; index < element.getAttributeCount(); index++) {
            String name = element.getAttributeLocalName(index).toLowerCase(Locale.ROOT);
            String value = element.getAttributeValue(index);
            active |= name.startsWith("on") || (name.equals("href") && leadsAway(element.getLocalName(), value));
        }
        if (active) {
            throw new Refusal(Rule.SCRIPT);
        }
    }

    private static boolean leadsAway(String element, String address) {
        if (address.startsWith("data:image/")) {
            return false;
        }
        return element.equals("a") ? !Links.isHyperlink(address) : !Links.isInside(address);
    }

    @Override
    public void instruction(String target) {
        if (target.equals("xml-stylesheet")) {
            throw new Refusal(Rule.SCRIPT);
        }
    }
}
