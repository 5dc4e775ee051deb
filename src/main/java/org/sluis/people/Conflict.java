package org.sluis.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sluis.platform.web.PageModel;

/**
 * What becomes of a form whose reader was overtaken by somebody else, field by field. Only what its reader changed is theirs to
 * decide on: everything else is as the other has left it. An empty field is the same as none.
 *
 * @param changed what the reader changed, to be shown again over what is kept
 * @param mine what the reader typed where the other has changed the same field to something else
 * @param theirs what is kept there now
 */
record Conflict(Map<String, String> changed, Map<String, String> mine, Map<String, String> theirs) {

    /** Fields of boxes, which are ticked in no order. */
    private static final Set<String> BOXES = Set.of("contactRoles");

    Conflict {
        changed = Map.copyOf(changed);
        mine = Map.copyOf(mine);
        theirs = Map.copyOf(theirs);
    }

    /** @param before what the form held when it was drawn; what is missing there counts as changed by both */
    static Conflict between(Map<String, String> typed, Map<String, String> before, Map<String, String> kept) {
        Map<String, String> changed = new TreeMap<>();
        Map<String, String> mine = new TreeMap<>();
        Map<String, String> theirs = new TreeMap<>();
        typed.forEach((field, text) -> {
            String saved = kept.getOrDefault(field, "");
            Optional<String> held = Optional.ofNullable(before.get(field));
            if (same(field, text, saved)
                    || held.filter(was -> same(field, text, was)).isPresent()) {
                return;
            }
            changed.put(field, text);
            if (held.filter(was -> same(field, saved, was)).isEmpty()) {
                mine.put(field, text.strip());
                theirs.put(field, saved.strip());
            }
        });
        return new Conflict(changed, mine, theirs);
    }

    /** Those that both changed, each to something else. */
    List<String> fields() {
        return mine.keySet().stream().sorted().toList();
    }

    private static boolean same(String field, String one, String other) {
        return BOXES.contains(field)
                ? words(one).equals(words(other))
                : one.strip().equals(other.strip());
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split(PageModel.AND, -1)));
    }
}
