package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** What the main part of a presentation or workbook lists in order: slides, or sheets by name; and from which day it counts days. */
final class Listed implements XmlRule {

    private static final int MOST = 2_000;

    private final String element;
    private final List<Entry> found = new ArrayList<>();
    private boolean since1904;

    /** @param id of the relationship that leads to its part */
    record Entry(String id, String name, boolean hidden) {}

    /** @param element that stands for each */
    Listed(String element) {
        this.element = element;
    }

    @Override
    public void start(XMLStreamReader reader) {
        if (reader.getLocalName().equals("workbookPr")) {
            since1904 = OoxmlWords.isOn(reader, "date1904", false);
        }
        if (reader.getLocalName().equals(element) && found.size() < MOST) {
            boolean hidden = Attributes.named(reader, "state").matches("hidden|veryHidden");
            found.add(new Entry(relationship(reader), Attributes.named(reader, "name"), hidden));
        }
    }

    /** Under whichever prefix; what has none is another number. */
    private static String relationship(XMLStreamReader reader) {
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            boolean qualified = !Optional.ofNullable(reader.getAttributeNamespace(index))
                    .orElse("")
                    .isEmpty();
            if (qualified && reader.getAttributeLocalName(index).equals("id")) {
                return reader.getAttributeValue(index);
            }
        }
        return "";
    }

    List<Entry> found() {
        return found;
    }

    /** Whether days are counted from 1904, as the first Macintosh did, and not from 1900. */
    boolean since1904() {
        return since1904;
    }
}
