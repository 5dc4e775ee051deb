package org.sluis.inspection.parsing;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** The words of a text or presentation as OpenDocument keeps them; not what was deleted, remarked or hidden. */
final class OdfWords implements XmlRule {

    private static final Set<String> UNSAID =
            Set.of("tracked-changes", "annotation", "notes", "note-citation", "hidden-text", "forms", "scripts");

    private final WordLines lines;
    private final OdfHidden styles = new OdfHidden();
    private int unsaid;
    private int paragraphs;
    private int within;
    private int slide;

    OdfWords(WordLines lines) {
        this.lines = lines;
    }

    @Override
    public void start(XMLStreamReader element) {
        String name = element.getLocalName();
        styles.take(element);
        boolean page = name.equals("page");
        if (unsaid > 0 || UNSAID.contains(name) || (page && styles.hides(element))) {
            unsaid++;
            slide += page ? 1 : 0;
            return;
        }
        switch (name) {
            case "p", "h" -> paragraphs++;
            case "table-cell", "note" -> within++;
            case "page" -> lines.add("— %d —\n".formatted(++slide));
            default -> {
                if (paragraphs > 0) {
                    OdfLetters.add(element, lines);
                }
            }
        }
    }

    @Override
    public void text(String text) {
        if (paragraphs > 0 && unsaid == 0) {
            lines.addCollapsed(text);
        }
    }

    @Override
    public void end(String name) {
        if (unsaid > 0) {
            unsaid--;
            return;
        }
        switch (name) {
            case "p", "h" -> {
                paragraphs--;
                if (within > 0) {
                    lines.add(" ");
                } else {
                    lines.end();
                }
            }
            case "table-cell" -> {
                within--;
                lines.add("\t");
            }
            case "note" -> within--;
            case "table-row", "page" -> lines.end();
            default -> {
                // Layout.
            }
        }
    }
}
