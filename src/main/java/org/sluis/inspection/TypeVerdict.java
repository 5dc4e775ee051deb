package org.sluis.inspection;

import java.util.Optional;
import org.sluis.kernel.Problem;

/**
 * What a file is, or why it is refused.
 *
 * @param mediaType the detected type, never the sender's word
 * @param refusal why the file may not come in; none where it may
 */
public record TypeVerdict(String mediaType, Optional<Problem> refusal) {

    static TypeVerdict accepted(String mediaType) {
        return new TypeVerdict(mediaType, Optional.empty());
    }

    static TypeVerdict refused(String mediaType, Problem why) {
        return new TypeVerdict(mediaType, Optional.of(why));
    }
}
