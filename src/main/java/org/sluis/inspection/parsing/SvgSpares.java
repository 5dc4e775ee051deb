package org.sluis.inspection.parsing;

import java.util.Locale;
import org.sluis.inspection.parsing.XmlElement.Attribute;

/** Attributes a shape of a drawing keeps its form without: what runs on an event, and where a link leads. */
final class SvgSpares {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgSpares() {}

    static boolean isSpare(XmlElement element, Attribute attribute) {
        String name = attribute.localName().toLowerCase(Locale.ROOT);
        return element.getNamespaceURI().equals(SVG) && (name.startsWith("on") || name.equals("href"));
    }
}
