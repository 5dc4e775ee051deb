package org.sluis.inspection.parsing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/**
 * One relationship of a part (ISO/IEC 29500-2).
 *
 * @param id how the part refers to it
 * @param kind the last word of its type, in lower case
 * @param target as it is written
 * @param outside whether the target is no part of the package
 */
record Relationship(String id, String kind, String target, boolean outside) {

    boolean isHyperlink() {
        return kind.contains("hyperlink");
    }

    /** One that says all that both say under the same id; it fits nothing that wants one kind. */
    Relationship with(Relationship other) {
        return kind.equals(other.kind) ? this : new Relationship(id, kind + " " + other.kind, target, outside);
    }

    /**
     * The one that an element says, under whichever prefix.
     *
     * @throws Refusal where it says something twice, or moves what targets are relative to
     */
    static Optional<Relationship> of(XMLStreamReader element) {
        Map<String, String> said = new HashMap<>();
        for (int index = 0; index < element.getAttributeCount(); index++) {
            String name = element.getAttributeLocalName(index).toLowerCase(Locale.ROOT);
            if (said.put(name, element.getAttributeValue(index).strip()) != null || name.equals("base")) {
                throw new Refusal(Rule.INCONSISTENT).naming(name);
            }
        }
        if (!said.containsKey("target") && !said.containsKey("type")) {
            return Optional.empty();
        }
        String type = said.getOrDefault("type", "").toLowerCase(Locale.ROOT);
        String mode = said.getOrDefault("targetmode", "");
        return Optional.of(new Relationship(
                said.getOrDefault("id", ""),
                type.substring(type.lastIndexOf('/') + 1),
                said.getOrDefault("target", ""),
                !mode.isEmpty() && !mode.equalsIgnoreCase("Internal")));
    }
}
