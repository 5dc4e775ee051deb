package org.sluis.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.people.Principal;

/**
 * Why a document is visible to a person, or is not: each part of the rule with what it saw. All must hold. That an
 * administrator sees metadata without a grant is a matter of the role and not told here.
 *
 * @param active whether the account is active
 * @param state the document's state then; none before it was entered
 * @param stateShows whether that state lets a grant show the document to this person
 * @param grants those that reach the person or once did, newest first
 */
record Explanation(
        UUID documentId,
        Principal person,
        Instant at,
        boolean active,
        Optional<String> state,
        boolean stateShows,
        List<GrantTrace> grants) {

    boolean granted() {
        return grants.stream().anyMatch(grant -> grant.outcome() == GrantTrace.Outcome.LIVE);
    }

    boolean visible() {
        return active && stateShows && granted();
    }

    /** The right the person has, where the document is visible. */
    Optional<Right> right() {
        return grants.stream()
                .filter(grant -> visible() && grant.outcome() == GrantTrace.Outcome.LIVE)
                .map(GrantTrace::right)
                .max(Right::compareTo);
    }
}
