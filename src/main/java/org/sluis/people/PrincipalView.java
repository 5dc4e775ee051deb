package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.Optional;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/**
 * Somebody, or a group, as the search for whom to grant to shows it (promise B4).
 *
 * @param organisation whose a person is
 */
record PrincipalView(
        @VisibleTo(ADMIN) PrincipalKind type,
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) String name,
        @VisibleTo(ADMIN) Optional<String> email,
        @VisibleTo(ADMIN) Optional<String> organisation,
        @VisibleTo(ADMIN) boolean employee) {}
