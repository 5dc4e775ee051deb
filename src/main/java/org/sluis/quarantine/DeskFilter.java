package org.sluis.quarantine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.documents.DocumentState;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.ProblemException;

/**
 * Which part of the quarantine desk is asked for.
 *
 * @param state in which the versions are; none for the whole desk
 * @param rule that refused them; none for whatever is there
 * @param undecided whether only those are asked for that wait for what administrators decide
 */
public record DeskFilter(Optional<DocumentState> state, Optional<Rule> rule, boolean undecided) {

    /** What waits for a decision of administrators. */
    static DeskFilter toDecide() {
        return new DeskFilter(Optional.empty(), Optional.empty(), true);
    }

    /** @throws ProblemException {@code invalid-member} for a state in which nothing is on the desk, or an unknown rule */
    static DeskFilter of(@Nullable String state, @Nullable String rule) {
        return new DeskFilter(given(state).map(DeskFilter::named), given(rule).map(DeskFilter::rule), false);
    }

    private static Optional<String> given(@Nullable String name) {
        return Optional.ofNullable(name).filter(chosen -> !chosen.isEmpty());
    }

    private static Rule rule(String slug) {
        return Rule.named(slug).orElseThrow(() -> ProblemException.invalid("rule", "unknown"));
    }

    private static DocumentState named(String name) {
        return Quarantine.STATES.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("state", "unknown"));
    }
}
