package org.sluis.accounts;

import static org.sluis.platform.rest.Audience.CLIENT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.people.Person;
import org.sluis.people.PersonProfile;
import org.sluis.platform.rest.VisibleTo;

/**
 * A colleague as the administrators of their organisation see one (promise B4).
 *
 * @param invited whether they were invited and have not signed in yet
 */
@Schema(name = "Colleague")
record ColleagueView(
        @VisibleTo(CLIENT) UUID id,
        @VisibleTo(CLIENT) String name,
        @VisibleTo(CLIENT) Optional<String> email,
        @VisibleTo(CLIENT) Optional<String> function,
        @VisibleTo(CLIENT) boolean active,
        @VisibleTo(CLIENT) boolean invited,
        @VisibleTo(CLIENT) boolean organisationAdministrator) {

    /** How the description of the API names a page of them. */
    @Schema(name = "ColleaguePage")
    record Page(List<ColleagueView> items, Optional<String> nextCursor) {}

    /** Somebody who has not signed in yet: as they were invited, whatever the realm knows of them. */
    static ColleagueView of(ColleagueInvitation invitation) {
        return new ColleagueView(
                invitation.id(),
                invitation.name(),
                Optional.of(invitation.email()),
                invitation.function(),
                !invitation.isWithdrawn(),
                !invitation.isWithdrawn(),
                false);
    }

    static ColleagueView of(Person person) {
        PersonProfile profile = person.profile();
        return new ColleagueView(
                person.id(),
                person.name(),
                person.email(),
                profile.function(),
                person.isActive(),
                false,
                profile.organisationAdministrator());
    }
}
