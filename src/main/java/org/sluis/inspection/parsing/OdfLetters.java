package org.sluis.inspection.parsing;

import javax.xml.stream.XMLStreamReader;

/** What stands for spaces and ends of lines in the paragraphs of an OpenDocument (OpenDocument 1.3, part 3, 6.1). */
final class OdfLetters {

    private static final int MOST_SPACES = 100;

    private OdfLetters() {}

    /** Adds what the element stands for, where it stands for anything. */
    static void add(XMLStreamReader element, WordLines lines) {
        switch (element.getLocalName()) {
            case "s" -> lines.add(" ".repeat(Math.min(MOST_SPACES, number(element, "c"))));
            case "tab" -> lines.add("\t");
            case "line-break" -> lines.end();
            default -> {
                // Letters stand for themselves.
            }
        }
    }

    /** How often something is there: once where nothing is said. */
    static int number(XMLStreamReader element, String attribute) {
        String said = Attributes.named(element, attribute);
        return said.matches("\\d{1,7}") ? Integer.parseInt(said) : 1;
    }
}
