package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** What an element of an XFA form may not be, and where its addresses may not lead. */
final class XfaRule implements XmlRule {

    private static final Set<String> ACTIVE = Set.of("script", "execute", "submit", "connect", "wsdlconnection");
    private static final Set<String> FETCHED = Set.of("href", "usehref", "src");
    private static final Set<String> FETCHED_TEXT = Set.of("uri", "base");

    private final StringBuilder address = new StringBuilder();
    private int depth;
    private int connections;
    private boolean inAddress;

    @Override
    public void start(XMLStreamReader element) {
        depth++;
        String name = element.getLocalName();
        if (ACTIVE.contains(name.toLowerCase(Locale.ROOT)) || connections > 0) {
            throw new Refusal(Rule.PDF_DYNAMIC_FORM).naming(name);
        }
        if (name.equals("connectionSet")) {
            connections = depth;
        }
        inAddress = FETCHED_TEXT.contains(name);
        address.setLength(0);
        for (int index = 0; index < element.getAttributeCount(); index++) {
            if (FETCHED.contains(element.getAttributeLocalName(index).toLowerCase(Locale.ROOT))) {
                address(name, element.getAttributeValue(index));
            }
        }
    }

    /** Rich text has links that wait for a click. */
    private static void address(String element, String address) {
        if (element.equals("a")) {
            Links.checkClick(address);
        } else {
            Links.checkFetch(address, Rule.PDF_REMOTE_CONTENT);
        }
    }

    @Override
    public void text(String text) {
        if (inAddress) {
            address.append(text);
        }
    }

    @Override
    public void end(String localName) {
        if (connections == depth) {
            connections = 0;
        }
        depth--;
        if (inAddress && !address.toString().isBlank()) {
            Links.checkFetch(address.toString().strip(), Rule.PDF_REMOTE_CONTENT);
        }
        inAddress = false;
    }

    @Override
    public void instruction(String target, String data) {
        if (target.equalsIgnoreCase("xml-stylesheet")) {
            throw new Refusal(Rule.PDF_DYNAMIC_FORM).naming(target + " " + data);
        }
    }
}
