package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * The drawings and pieces of pages in a part of an office document, by whichever namespace or by none, each read whole. A
 * style sheet that is named before the root element belongs to the drawing that follows.
 */
final class DrawingsWithin implements XmlRule {

    private static final Set<String> BROWSERS = Set.of("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg");
    private static final Set<String> ROOTS = Set.of("svg", "html");
    private static final Set<String> ACTIVE = Set.of("applet", "embed", "iframe", "img", "script");
    private static final Set<String> OF_OBJECTS = Set.of("classid", "codebase", "data");

    private final SvgXml drawing = new SvgXml();
    private final boolean whole;
    private boolean begun;
    private boolean styled;
    private int depth;

    /** @param whole whether the part is a drawing, whatever its elements say */
    DrawingsWithin(boolean whole) {
        this.whole = whole;
    }

    @Override
    public void start(XMLStreamReader element) {
        String name = element.getLocalName().toLowerCase(Locale.ROOT);
        if (!begun && name.equals("html")) {
            throw new Refusal(Rule.WEB_PAGE).naming(element.getLocalName());
        }
        begun = true;
        if (depth > 0 || whole || begins(element, name)) {
            depth++;
            if (styled) {
                drawing.instruction("xml-stylesheet");
            }
            drawing.start(element);
        }
    }

    private static boolean begins(XMLStreamReader element, String name) {
        String namespace = Optional.ofNullable(element.getNamespaceURI()).orElse("");
        if (BROWSERS.contains(namespace) || ROOTS.contains(name)) {
            return true;
        }
        return namespace.isEmpty() && (ACTIVE.contains(name) || (name.equals("object") && isOfPages(element)));
    }

    /** Data of all kinds have elements called objects. */
    private static boolean isOfPages(XMLStreamReader element) {
        for (int index = 0; index < element.getAttributeCount(); index++) {
            if (OF_OBJECTS.contains(element.getAttributeLocalName(index).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void text(String text) {
        if (depth > 0) {
            drawing.text(text);
        }
    }

    @Override
    public void end(String localName) {
        if (depth > 0) {
            drawing.end(localName);
            depth--;
        }
    }

    @Override
    public void instruction(String target) {
        if (depth > 0) {
            drawing.instruction(target);
        }
        styled |= target.equals("xml-stylesheet");
    }
}
