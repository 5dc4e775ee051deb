package org.sluis.inspection.parsing;

import org.sluis.inspection.parsing.Objection.Evidence;

/** The file may not come in, and why. Ends its examination at once; facts are added on its way up. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Objection objection;

    Refusal(Rule rule) {
        this(Objection.of(rule));
    }

    Refusal(Objection objection) {
        super(objection.rule().slug(), null, false, false);
        this.objection = objection;
    }

    /** @throws Refusal as damaged where something does not hold that holds in every intact file */
    static void unlessReadable(boolean holds) {
        unless(holds, Rule.DAMAGED);
    }

    /** @throws Refusal by the rule where that does not hold */
    static void unless(boolean holds, Rule rule) {
        if (!holds) {
            throw new Refusal(rule);
        }
    }

    Objection objection() {
        return objection;
    }

    /** In a member of the container of this name; called once for each container on the way up. */
    Refusal within(String container) {
        return new Refusal(objection.within(container));
    }

    Refusal detected(String type, Evidence how) {
        return new Refusal(objection.detected(type, how));
    }

    /** @param types media types that could have been there */
    Refusal expecting(Iterable<String> types) {
        return new Refusal(objection.expecting(types));
    }

    /** @param number from 1 */
    Refusal onPage(int number) {
        return new Refusal(objection.onPage(number));
    }

    /** @param where in the member, as a person finds it: a sheet and cell, a slide */
    Refusal inPart(String where) {
        return new Refusal(objection.inPart(where));
    }

    /** @param what exactly is refused: an address, the name of a field */
    Refusal naming(String what) {
        return new Refusal(objection.naming(what));
    }
}
