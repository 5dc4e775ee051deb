package org.sluis.inspection.parsing;

import java.util.HashSet;
import java.util.Set;

/** The relationships of one part that are left out of the copy. */
final class GoneRelationships {

    private final Set<String> ids = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private final Removals reasons = new Removals();

    void add(Relationship relationship) {
        ids.add(RelationshipUses.key(relationship.id()));
        kinds.add(relationship.kind());
    }

    boolean has(String id) {
        return ids.contains(RelationshipUses.key(id));
    }

    /** @param kind in lower case */
    boolean hasKind(String kind) {
        return kinds.contains(kind);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    void because(Removals more) {
        reasons.addAll(more);
    }

    /** What was refused. */
    Removals reasons() {
        return reasons;
    }
}
