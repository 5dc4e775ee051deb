package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.Optional;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/**
 * Somebody, or a group, as the search for whom to grant to shows it (promise B4).
 *
 * @param organisation whose a person is, by name
 * @param organisationId the same, or the organisation itself
 * @param employee whether only people of the certification body are meant
 * @param members how many active people act in that name
 */
public record PrincipalView(
        @VisibleTo(ADMIN) PrincipalKind type,
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) String name,
        @VisibleTo(ADMIN) Optional<String> email,
        @VisibleTo(ADMIN) Optional<String> organisation,
        @VisibleTo(ADMIN) Optional<UUID> organisationId,
        @VisibleTo(ADMIN) boolean employee,
        @VisibleTo(ADMIN) int members) {}
