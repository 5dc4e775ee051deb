package org.sluis.inspection.parsing;

import java.util.function.Consumer;

/** The questions of a rule, each asked by itself: where administrators have lifted one refusal, all others still stand. */
final class Questions {

    private Consumer<Refusal> objections = refusal -> {
        throw refusal;
    };

    /** @param whoever throws what is not lifted */
    void objectTo(Consumer<Refusal> whoever) {
        objections = whoever;
    }

    /** @throws Refusal what it comes to, unless that is lifted */
    void ask(Runnable question) {
        try {
            question.run();
        } catch (Refusal refusal) {
            objections.accept(refusal);
        }
    }
}
