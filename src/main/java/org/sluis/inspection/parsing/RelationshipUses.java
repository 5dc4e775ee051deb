package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * How the elements of one part use its relationships (ISO/IEC 29500-2). Programs go by the element, whatever kind the
 * relationship says it is: a hyperlink is one only where it is clicked, and what is taken in as an object or a chapter must
 * say that it is one, since it was examined as what it said.
 */
final class RelationshipUses {

    private static final Set<String> CLICKED = Set.of("hyperlink", "hlinkclick");
    private static final Set<String> OBJECTS = Set.of("oleobject", "package");
    private static final Map<String, Set<String>> KINDS = Map.of(
            "altchunk", Set.of("afchunk"),
            "attachedtemplate", Set.of("attachedtemplate"),
            "externaldata", OBJECTS,
            "objectembed", OBJECTS,
            "objectlink", OBJECTS,
            "oleobj", OBJECTS,
            "oleobject", OBJECTS,
            "subdoc", Set.of("subdocument"));

    private final Map<String, Relationship> relationships;

    /** @param relationships of the part, by the keys of their ids */
    RelationshipUses(Map<String, Relationship> relationships) {
        this.relationships = relationships;
    }

    /** The one form of all ids that some program may take for the same. */
    static String key(String id) {
        return id.strip().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal where the element uses a relationship as something that it is not */
    void check(XMLStreamReader element) {
        if (relationships.isEmpty()) {
            return;
        }
        String user = element.getLocalName().toLowerCase(Locale.ROOT);
        for (int index = 0; index < element.getAttributeCount(); index++) {
            String name = element.getAttributeLocalName(index).toLowerCase(Locale.ROOT);
            String id = key(element.getAttributeValue(index));
            if (refers(element, index, name)) {
                Optional.ofNullable(relationships.get(id)).ifPresent(used -> check(user, name, used));
            }
        }
    }

    private static boolean refers(XMLStreamReader element, int index, String name) {
        String namespace = String.valueOf(element.getAttributeNamespace(index));
        return namespace.toLowerCase(Locale.ROOT).endsWith("/relationships") || name.equals("relid");
    }

    private static void check(String user, String name, Relationship used) {
        boolean clicked = CLICKED.contains(user) && name.equals("id");
        if (used.isHyperlink() && !clicked) {
            throw new Refusal(rule(user)).naming(used.target());
        }
        Set<String> kinds = KINDS.getOrDefault(user, Set.of());
        if (!kinds.isEmpty() && !kinds.contains(used.kind())) {
            throw new Refusal(Rule.INCONSISTENT).naming(used.target());
        }
    }

    private static Rule rule(String user) {
        return switch (user) {
            case "attachedtemplate" -> Rule.REMOTE_TEMPLATE;
            case "blip", "fill", "image", "imagedata", "stroke", "svgblip" -> Rule.REMOTE_PICTURE;
            case "externalbook" -> Rule.REMOTE_WORKBOOK;
            case "externaldata", "objectembed", "objectlink", "oleobj", "oleobject", "olelink" -> Rule.LINKED_OBJECT;
            case "hlinkhover", "hlinkmouseover" -> Rule.RUNNING_ACTION;
            default -> Rule.REMOTE_CONTENT;
        };
    }
}
