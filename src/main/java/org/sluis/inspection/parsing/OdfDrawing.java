package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * Markup in the place of a picture or of anything that has no other role. Its outermost element says whether it is a drawing;
 * if it is none it must be harmless as a drawing and as a part of the document.
 */
final class OdfDrawing implements XmlRule {

    private final SvgXml drawing = new SvgXml();
    private final OdfPart part;
    private List<XmlRule> rules = List.of();

    OdfDrawing(OdfPart part) {
        this.part = part;
    }

    @Override
    public void start(XMLStreamReader element) {
        if (rules.isEmpty()) {
            boolean svg = element.getLocalName().toLowerCase(Locale.ROOT).equals("svg");
            rules = svg ? List.of(drawing) : List.of(drawing, part);
        }
        rules.forEach(rule -> rule.start(element));
    }

    @Override
    public void text(String text) {
        rules.forEach(rule -> rule.text(text));
    }

    @Override
    public void end(String localName) {
        rules.forEach(rule -> rule.end(localName));
    }

    @Override
    public void instruction(String target) {
        drawing.instruction(target);
    }

    @Override
    public Set<String> documentTypes() {
        return drawing.documentTypes();
    }
}
