package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.rest.Snapshot;

/** What is kept of one person: read by those who oversee and by the person (promise B9). */
@ApplicationScoped
public class Profiles {

    @Inject
    Persons persons;

    @Inject
    PeopleTrail trail;

    /** @throws ProblemException {@code not-found} */
    @Transactional
    public Snapshot read(Caller overseer, UUID id) {
        trail.requireOverseer(overseer, PeopleAction.PERSON_VIEWED, ResourceRef.person(id));
        PersonDetail detail = persons.detail(persons.existing(id));
        trail.done(overseer, PeopleAction.PERSON_VIEWED, ResourceRef.person(id), Facts.NONE);
        return Snapshot.of(detail, detail.readers(overseer));
    }

    /** What is kept of the caller. */
    @Transactional
    public Snapshot own(Caller caller) {
        PersonDetail detail = persons.detail(persons.existing(caller.personId()));
        return Snapshot.of(detail, detail.readers(caller));
    }
}
