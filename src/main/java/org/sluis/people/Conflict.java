package org.sluis.people;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where what somebody typed is not what another has saved meanwhile, field by field. Fields that were not typed are nobody's to
 * decide on, and an empty one is the same as none.
 *
 * @param mine what was typed
 * @param theirs what is kept now
 */
record Conflict(Map<String, String> mine, Map<String, String> theirs) {

    Conflict {
        mine = Map.copyOf(mine);
        theirs = Map.copyOf(theirs);
    }

    static Conflict between(Map<String, String> typed, Map<String, String> kept) {
        Map<String, String> mine = new TreeMap<>();
        Map<String, String> theirs = new TreeMap<>();
        typed.forEach((field, text) -> {
            String saved = kept.getOrDefault(field, "").strip();
            if (!text.strip().equals(saved)) {
                mine.put(field, text.strip());
                theirs.put(field, saved);
            }
        });
        return new Conflict(mine, theirs);
    }

    /** Those that differ. */
    List<String> fields() {
        return mine.keySet().stream().sorted().toList();
    }
}
