package org.sluis.mail;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;

/** Which mails somebody wants to get. */
public record OwnMailsRequest(@Nullable String rhythm) {

    /** @throws ProblemException {@code invalid-member} */
    Rhythm chosen() {
        return Arrays.stream(Rhythm.values())
                .filter(known -> known.name().equals(rhythm))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("rhythm", "unknown"));
    }
}
