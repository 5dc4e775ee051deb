package org.sluis.quarantine;

import org.jspecify.annotations.Nullable;

/** Why an act that concerns everybody is asked for. */
public record ReasonRequest(@Nullable String reason) {

    /** @throws org.sluis.kernel.ProblemException as {@link Reason#of} */
    Reason given() {
        return Reason.of(reason);
    }
}
