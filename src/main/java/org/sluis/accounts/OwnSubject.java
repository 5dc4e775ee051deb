package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.people.PeopleTrail;
import org.sluis.people.Persons;

/** The portal's side of {@link OwnAccount}: whose account it is, and what the trail is told. */
@ApplicationScoped
class OwnSubject {

    @Inject
    Persons persons;

    @Inject
    PeopleTrail trail;

    /** @throws ProblemException {@code account-missing} for an account of another realm */
    @Transactional
    public String subject(Caller caller) {
        return persons.withAccount(caller.personId()).subject();
    }

    @Transactional
    public void ended(Caller caller) {
        trail.done(caller, AccountAction.OWN_SESSION_ENDED, ResourceRef.person(caller.personId()), Facts.NONE);
    }

    @Transactional
    public void refused(Caller caller) {
        trail.refused(caller, AccountAction.OWN_SESSION_ENDED, ResourceRef.person(caller.personId()));
    }
}
