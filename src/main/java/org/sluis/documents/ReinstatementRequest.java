package org.sluis.documents;

import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;

/** Why a recalled version should be released. */
public record ReinstatementRequest(@Nullable String reason) {

    /** @throws ProblemException {@code invalid-member} where it is missing */
    String given() {
        if (reason == null) {
            throw ProblemException.invalid("reason", "missing");
        }
        return reason;
    }
}
