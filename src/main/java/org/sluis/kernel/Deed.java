package org.sluis.kernel;

import java.util.Map;

/**
 * Something that belongs in the trail, told as an event by rooms that lie below the trail or beside it. It is written
 * in the running transaction where the act was done, and once that has ended where it was refused.
 *
 * @param by who did it, or was refused
 * @param act what, as the trail calls it
 * @param allowed whether it was done
 */
public record Deed(Caller by, String act, boolean allowed, ResourceRef on, Map<String, String> facts) {

    public Deed {
        facts = Map.copyOf(facts);
    }
}
