package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/** A member of an organisation or team, as its administration shows one (promise B4). */
record MemberView(
        @VisibleTo({ADMIN, DPO}) UUID id,
        @VisibleTo({ADMIN, DPO}) String name,
        @VisibleTo({ADMIN, DPO}) Optional<String> email,
        @VisibleTo({ADMIN, DPO}) boolean active,
        @VisibleTo({ADMIN, DPO}) List<ContactRole> contactRoles,
        @VisibleTo({ADMIN, DPO}) boolean organisationAdministrator) {

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
