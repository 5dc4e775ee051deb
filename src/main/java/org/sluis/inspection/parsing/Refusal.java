package org.sluis.inspection.parsing;

import org.sluis.kernel.Problem;

/** The file may not come in, and why. Ends its examination at once. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    Refusal(Problem problem) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
    }

    /** @throws Refusal as unreadable where something does not hold that holds in every intact file */
    static void unlessReadable(boolean holds) {
        if (!holds) {
            throw new Refusal(Problem.UNREADABLE_CONTENT);
        }
    }

    Problem problem() {
        return problem;
    }
}
