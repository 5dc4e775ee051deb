package org.sluis.documents;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;

/**
 * Which part of the quarantine desk is asked for.
 *
 * @param state in which the versions are; none for the whole desk
 */
public record DeskFilter(Optional<DocumentState> state) {

    /** @throws ProblemException {@code invalid-member} for a state in which nothing is on the desk */
    static DeskFilter of(@Nullable String state) {
        return new DeskFilter(
                Optional.ofNullable(state).filter(name -> !name.isEmpty()).map(DeskFilter::named));
    }

    private static DocumentState named(String name) {
        return Quarantine.STATES.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("state", "unknown"));
    }
}
