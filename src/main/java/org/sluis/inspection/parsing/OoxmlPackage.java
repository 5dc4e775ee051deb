package org.sluis.inspection.parsing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamReader;

/**
 * What an Office Open XML package says of its parts (ISO/IEC 29500-2), known before any of them is examined: their types,
 * what points at them, and which sheet or slide a person finds them on. It is no judge: what is wrong with what was read for
 * it is said when the part itself is examined.
 */
final class OoxmlPackage {

    private static final int MOST_RELATIONSHIPS = 150_000;
    private static final int MOST_STEPS = 1_000;

    private final ContentTypes contentTypes = new ContentTypes();
    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Map<String, Set<String>> sources = new HashMap<>();
    private final Map<String, Set<String>> identified = new HashMap<>();
    private final Map<String, Map<String, Relationship>> used = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    /** How a package says what it is; the second is Visio's. */
    private static final Set<String> MAIN_KINDS = Set.of("officedocument", "document");

    private final Set<String> mainParts = new LinkedHashSet<>();
    private int relationships;

    ContentTypes contentTypes() {
        return contentTypes;
    }

    /** The keys of the parts which the package says are the document itself. */
    Set<String> mainParts() {
        return mainParts;
    }

    /** The kinds of relationships that lead to a part. */
    Set<String> kinds(String key) {
        return kinds.getOrDefault(key, Set.of());
    }

    /** Whether the part points at anything that is to be clicked. */
    boolean hasHyperlinks(String key) {
        return used.getOrDefault(key, Map.of()).values().stream().anyMatch(Relationship::isHyperlink);
    }

    /** How the elements of a part may use its relationships. */
    RelationshipUses uses(String key) {
        return new RelationshipUses(used.getOrDefault(key, Map.of()));
    }

    /** Takes in the relationships of a part. */
    XmlRule relationships(String key) {
        String source = PartNames.source(key);
        return new XmlRule() {
            @Override
            public void start(XMLStreamReader element) {
                Relationship.of(element).ifPresent(found -> add(source, found));
            }
        };
    }

    private void add(String source, Relationship found) {
        Refusal.unless(++relationships <= MOST_RELATIONSHIPS, Rule.STRUCTURE_SIZE);
        used.computeIfAbsent(source, key -> new HashMap<>())
                .merge(RelationshipUses.key(found.id()), found, Relationship::with);
        if (found.outside()) {
            return;
        }
        Set<String> targets = PartNames.targets(source, found.target());
        for (String target : targets) {
            kinds.computeIfAbsent(target, key -> new HashSet<>()).add(found.kind());
            sources.computeIfAbsent(target, key -> new HashSet<>()).add(source);
        }
        identified.put(source + "#" + found.id(), targets);
        if (source.isEmpty() && MAIN_KINDS.contains(found.kind())) {
            mainParts.add(targets.iterator().next());
        }
    }

    /** The parts of a kind that a part points at, in no order. */
    List<String> targets(String source, String kind) {
        return used.getOrDefault(source, Map.of()).values().stream()
                .filter(found -> !found.outside() && found.kind().equals(kind))
                .map(found ->
                        PartNames.targets(source, found.target()).iterator().next())
                .toList();
    }

    /** The first part that is there of those to which the relationship of that name may lead. */
    Optional<String> target(String source, String id, Predicate<String> there) {
        return identified.getOrDefault(source + "#" + id, Set.of()).stream()
                .filter(there)
                .findFirst();
    }

    /** Takes in the sheets or slides that the document's main part lists. */
    XmlRule mainPart(String key) {
        return new XmlRule() {
            private int slides;

            @Override
            public void start(XMLStreamReader element) {
                if (element.getLocalName().equals("sheet")) {
                    String name = Optional.ofNullable(element.getAttributeValue(null, "name"))
                            .orElse("");
                    put(key, element, "sheet " + name);
                }
                if (element.getLocalName().equals("sldId")) {
                    put(key, element, "slide " + ++slides);
                }
            }
        };
    }

    private void put(String mainPart, XMLStreamReader element, String place) {
        for (int index = 0; index < element.getAttributeCount(); index++) {
            boolean qualified = !Optional.ofNullable(element.getAttributePrefix(index))
                    .orElse("")
                    .isEmpty();
            if (qualified && element.getAttributeLocalName(index).equals("id")) {
                String id = mainPart + "#" + element.getAttributeValue(index);
                identified.getOrDefault(id, Set.of()).forEach(part -> places.putIfAbsent(part, place));
            }
        }
    }

    /** The sheet or slide on which a person finds the part: itself, or the nearest that leads to it. */
    Optional<String> place(String key) {
        Deque<String> next = new ArrayDeque<>(List.of(PartNames.isRelationships(key) ? PartNames.source(key) : key));
        Set<String> seen = new HashSet<>(next);
        for (int step = 0; step < MOST_STEPS && !next.isEmpty(); step++) {
            String part = next.remove();
            if (places.containsKey(part)) {
                return Optional.ofNullable(places.get(part));
            }
            for (String source : new ArrayList<>(sources.getOrDefault(part, Set.of()))) {
                if (seen.add(source)) {
                    next.add(source);
                }
            }
        }
        return Optional.empty();
    }
}
