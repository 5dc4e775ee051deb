package org.sluis.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;

/** The acceptance of a proposed copy. */
record CopyRequest(@Nullable String proposal) {

    /** @throws ProblemException {@code invalid-member} where none is named */
    String accepted() {
        return Optional.ofNullable(proposal).orElseThrow(() -> ProblemException.invalid("proposal", "missing"));
    }
}
