package org.sluis.inspection.parsing;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** Which styles of an OpenDocument hide what has them: sheets and slides. They stand before what they are used for. */
final class OdfHidden {

    private final Set<String> hiding = new HashSet<>();
    private String style = "";

    void take(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "style" -> style = Attributes.named(element, "name");
            case "table-properties" -> note(Attributes.named(element, "display").equals("false"));
            case "drawing-page-properties" ->
                note(Attributes.named(element, "visibility").equals("hidden"));
            default -> {
                // No style of these.
            }
        }
    }

    private void note(boolean hides) {
        if (hides) {
            hiding.add(style);
        }
    }

    boolean hides(XMLStreamReader element) {
        return hiding.contains(Attributes.named(element, "style-name"));
    }
}
