package org.sluis.inspection.parsing;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * The words of one part of a text or presentation (ISO/IEC 29500-1, 17 and 21), in whose markup paragraphs, runs and tables have the
 * same names. Left out are hidden text and slides, what was moved away or deleted, and the second of two alternatives.
 */
final class OoxmlWords implements XmlRule {

    private static final Set<String> UNSAID = Set.of(
            "pPr", "tblPr", "sectPr", "rPrChange", "moveFrom", "Fallback", "instrText", "delText", "delInstrText");
    private static final Set<String> OFF = Set.of("0", "false", "off");

    private final WordLines lines;
    private int unsaid;
    private int cells;
    private boolean word;
    private boolean hidden;

    OoxmlWords(WordLines lines) {
        this.lines = lines;
    }

    @Override
    public void start(XMLStreamReader element) {
        String name = element.getLocalName();
        if (unsaid > 0 || UNSAID.contains(name) || isHiddenSlide(element)) {
            unsaid++;
            return;
        }
        switch (name) {
            case "r" -> hidden = false;
            case "vanish", "webHidden" -> hidden = isOn(element, "val", true);
            case "t" -> word = !hidden;
            case "tab", "ptab" -> lines.add("\t");
            case "br", "cr" -> lines.end();
            case "noBreakHyphen" -> lines.add("-");
            case "tc" -> cells++;
            default -> {
                // Layout.
            }
        }
    }

    private static boolean isHiddenSlide(XMLStreamReader element) {
        return element.getLocalName().equals("sld") && !isOn(element, "show", true);
    }

    @Override
    public void text(String text) {
        if (word && unsaid == 0) {
            lines.add(text);
        }
    }

    @Override
    public void end(String name) {
        if (unsaid > 0) {
            unsaid--;
            return;
        }
        switch (name) {
            case "t" -> word = false;
            case "p" -> {
                if (cells > 0) {
                    lines.add(" ");
                } else {
                    lines.end();
                }
            }
            case "tc" -> {
                cells--;
                lines.add("\t");
            }
            case "tr" -> lines.end();
            default -> {
                // Layout.
            }
        }
    }

    /** @param unsaid what holds where the attribute is not there */
    static boolean isOn(XMLStreamReader element, String attribute, boolean unsaid) {
        String said = Attributes.named(element, attribute);
        return said.isEmpty() ? unsaid : !OFF.contains(said);
    }
}
