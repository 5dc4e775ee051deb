package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/** A member of an organisation or team, as its administration shows one (promise B4). */
@Schema(name = "Member")
record MemberView(
        @VisibleTo({ADMIN, DPO}) UUID id,
        @VisibleTo({ADMIN, DPO}) String name,
        @VisibleTo({ADMIN, DPO}) Optional<String> email,
        @VisibleTo({ADMIN, DPO}) boolean active,
        @VisibleTo({ADMIN, DPO}) List<ContactRole> contactRoles,
        @VisibleTo({ADMIN, DPO}) boolean organisationAdministrator) {

    /** How the description of the API names a page of them. */
    @Schema(name = "MemberPage")
    record Page(List<MemberView> items, Optional<String> nextCursor) {}

    static MemberView of(Person person) {
        PersonProfile profile = person.profile();
        return new MemberView(
                person.id(),
                person.name(),
                person.email(),
                person.isActive(),
                profile.contactRoles().stream().sorted().toList(),
                profile.organisationAdministrator());
    }
}
