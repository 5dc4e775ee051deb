package org.sluis.inspection.parsing;

/** Whether what is read stands within an element of a certain kind, whatever elements stand in that in turn. */
final class Within {

    private int depth;

    /** @param begins whether the element that starts is one of the kind */
    void start(boolean begins) {
        depth += depth > 0 || begins ? 1 : 0;
    }

    /** @return whether the outermost of the kind ends */
    boolean end() {
        return depth > 0 && --depth == 0;
    }

    boolean isInside() {
        return depth > 0;
    }

    /** @throws Refusal where this text is of an element within, which some programs pass over */
    void mustBeOwn(String text) {
        Refusal.unless(depth <= 1 || text.isBlank(), Rule.INCONSISTENT);
    }

    /** Whether text is the element's own, and not that of another one in it, which some programs pass over. */
    boolean isDirectlyInside() {
        return depth == 1;
    }
}
