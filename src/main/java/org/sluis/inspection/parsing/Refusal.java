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

    Problem problem() {
        return problem;
    }
}
