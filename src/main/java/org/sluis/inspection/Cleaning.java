package org.sluis.inspection;

import java.util.List;
import java.util.Optional;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Removal;

/**
 * What came of making a copy of a document without what the gate refuses in it.
 *
 * @param obstacle why there is none; none where it was made
 * @param removals what was left out
 * @param signaturesLost whether digital signatures of the document do not hold for the copy
 * @param size bytes of the copy
 */
public record Cleaning(Optional<Objection> obstacle, List<Removal> removals, boolean signaturesLost, long size) {

    static Cleaning impossible(Objection why) {
        return new Cleaning(Optional.of(why), List.of(), false, 0);
    }

    static Cleaning made(List<Removal> removals, boolean signaturesLost, long size) {
        return new Cleaning(Optional.empty(), List.copyOf(removals), signaturesLost, size);
    }

    /** Whether there is a copy. */
    public boolean isMade() {
        return obstacle.isEmpty();
    }
}
