package org.sluis.granting;

import java.util.List;

/**
 * What an administrator is asked before access is given.
 *
 * @param foreign whether somebody would see what another organisation sent
 * @param lessening whether somebody would have less access than now
 */
record Doubts(boolean foreign, boolean lessening) {

    static Doubts of(List<ReviewedPrincipal> people) {
        return new Doubts(
                people.stream().anyMatch(principal -> principal.foreign() > 0),
                people.stream().anyMatch(ReviewedPrincipal::losesSomething));
    }

    /** Those that this form does not answer. */
    Doubts unanswered(GrantingForm form) {
        return new Doubts(foreign && !form.sure(), lessening && !form.less());
    }

    boolean any() {
        return foreign || lessening;
    }
}
