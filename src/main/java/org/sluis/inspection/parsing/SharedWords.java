package org.sluis.inspection.parsing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** The words that the cells of a workbook share (ISO/IEC 29500-1, 18.4): those of them that are asked for. */
final class SharedWords implements XmlRule {

    private final Set<Integer> wanted;
    private final Map<Integer, String> found = new HashMap<>();
    private final StringBuilder words = new StringBuilder();
    private int number = -1;
    private boolean word;
    private boolean spoken;

    SharedWords(Set<Integer> wanted) {
        this.wanted = wanted;
    }

    String at(int number) {
        return found.getOrDefault(number, "");
    }

    @Override
    public void start(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "si" -> {
                number++;
                words.setLength(0);
            }
            case "rPh" -> spoken = true;
            case "t" -> word = !spoken;
            default -> {
                // How they look.
            }
        }
    }

    @Override
    public void text(String text) {
        if (word && words.length() < SheetCells.MOST_OF_CELL) {
            words.append(text);
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "t" -> word = false;
            case "rPh" -> spoken = false;
            case "si" -> {
                if (wanted.contains(number)) {
                    found.put(number, SheetCells.bounded(words));
                }
            }
            default -> {
                // How they look.
            }
        }
    }
}
