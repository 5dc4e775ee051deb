package org.sluis.inspection.parsing;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** XML as somebody's data: nothing in it may be a page, a drawing or a style sheet that a browser would run. */
final class ForeignXml implements XmlRule {

    private static final Set<String> BROWSERS_LANGUAGES = Set.of(
            "http://www.w3.org/1999/xhtml",
            "http://www.w3.org/2000/svg",
            "http://www.w3.org/1999/XSL/Transform",
            "http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul");
    private static final Set<String> ROOTS = Set.of("html", "svg", "stylesheet", "transform");

    private boolean atRoot = true;

    @Override
    public void start(XMLStreamReader element) {
        String namespace = element.getNamespaceURI();
        if ((namespace != null && BROWSERS_LANGUAGES.contains(namespace))
                || (atRoot && ROOTS.contains(element.getLocalName()))) {
            throw new Refusal(Rule.WEB_PAGE);
        }
        atRoot = false;
    }

    @Override
    public void instruction(String target) {
        if (target.equals("xml-stylesheet")) {
            throw new Refusal(Rule.WEB_PAGE);
        }
    }
}
