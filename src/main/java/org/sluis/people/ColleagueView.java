package org.sluis.people;

import static org.sluis.platform.rest.Audience.CLIENT;

import java.util.Optional;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/** A colleague as the administrators of their organisation see one (promise B4). */
record ColleagueView(
        @VisibleTo(CLIENT) UUID id,
        @VisibleTo(CLIENT) String name,
        @VisibleTo(CLIENT) Optional<String> email,
        @VisibleTo(CLIENT) Optional<String> function,
        @VisibleTo(CLIENT) boolean active,
        @VisibleTo(CLIENT) boolean organisationAdministrator) {

    static ColleagueView of(Person person) {
        PersonProfile profile = person.profile();
        return new ColleagueView(
                person.id(),
                person.name(),
                person.email(),
                profile.function(),
                person.isActive(),
                profile.organisationAdministrator());
    }
}
