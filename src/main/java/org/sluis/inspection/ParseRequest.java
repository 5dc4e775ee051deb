package org.sluis.inspection;

import java.nio.channels.SeekableByteChannel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.sluis.inspection.parsing.Lift;

/**
 * One file to take apart.
 *
 * @param types media types it may have
 * @param lifts rules that are overlooked at one place in it
 */
record ParseRequest(
        SeekableByteChannel content, long size, String fileName, Set<String> types, Collection<Lift> lifts) {

    ParseRequest {
        lifts = List.copyOf(lifts);
    }

    /** Whether it may turn out to be of this type: any, where a rule is lifted for the file itself. */
    boolean mayBe(String mediaType) {
        return types.contains(mediaType)
                || lifts.stream().anyMatch(lift -> lift.member().isEmpty());
    }
}
