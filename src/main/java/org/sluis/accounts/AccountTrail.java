package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ResourceRef;
import org.sluis.people.PeopleTrail;

/** Tells the trail what became of accounts. */
@ApplicationScoped
class AccountTrail {

    private static final Set<ChangeKind> MEMBERSHIPS = Set.of(ChangeKind.JOINED, ChangeKind.LEFT);

    @Inject
    PeopleTrail trail;

    /** The change itself, where it belongs: a membership to the organisation, all else to the person. */
    public void done(Caller caller, AccountChange change) {
        if (MEMBERSHIPS.contains(change.kind())) {
            trail.done(
                    caller,
                    change.kind().action(),
                    ResourceRef.organisation(change.wanted().organisation().orElseThrow()),
                    AccountFacts.Changed.ofMember(change));
        } else {
            trail.done(
                    caller,
                    change.kind().action(),
                    ResourceRef.person(change.personId()),
                    AccountFacts.Changed.of(change));
        }
    }
}
