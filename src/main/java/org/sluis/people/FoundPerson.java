package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.Optional;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/** A person as the picker shows them to whoever grants. */
record FoundPerson(
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) String name,
        @VisibleTo(ADMIN) Optional<String> email,
        @VisibleTo(ADMIN) boolean employee) {

    static FoundPerson of(PersonSummary person) {
        return new FoundPerson(person.id(), person.name(), person.email(), person.employee());
    }
}
