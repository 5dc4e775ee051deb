package org.sluis.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal with the facts of it. One mapper per representation turns it into a problem document or a page; the facts
 * become members of the problem and the named arguments of its message.
 */
public class ProblemException extends RuntimeException {

    /** The fact that says after how many seconds another try makes sense (RFC 9110, 10.2.3). */
    public static final String RETRY_AFTER = "retryAfter";

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient Map<String, Object> facts;
    private final transient Optional<Explanation> explanation;

    public ProblemException(Problem problem, Map<String, ?> facts) {
        this(problem, facts, Optional.empty());
    }

    /** @param explanation says more than the problem's own text, where there is one */
    public ProblemException(Problem problem, Map<String, ?> facts, Optional<Explanation> explanation) {
        super(problem.slug());
        this.problem = problem;
        this.facts = Map.copyOf(new LinkedHashMap<>(facts));
        this.explanation = explanation;
    }

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** The thing does not exist for this caller: foreign and random identifiers look the same (promise B2). */
    public static ProblemException notFound() {
        return new ProblemException(Problem.NOT_FOUND);
    }

    /** A member that does not belong in the request, or that this caller may not name: one looks like the other. */
    public static ProblemException unknown(String member) {
        return new ProblemException(Problem.UNKNOWN_MEMBER, Map.of("member", member));
    }

    /** A member of the request whose value is senseless, with the reason's message key. */
    public static ProblemException invalid(String member, String reason) {
        return new ProblemException(Problem.INVALID_MEMBER, Map.of("member", member, "reason", reason));
    }

    /** A refusal that another try may not meet, after so many seconds. */
    public static ProblemException retryAfter(Problem problem, long seconds) {
        return new ProblemException(problem, Map.of(RETRY_AFTER, seconds));
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    public Optional<Explanation> explanation() {
        return explanation;
    }
}
