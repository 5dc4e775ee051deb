package org.sluis.people;

import java.util.Optional;
import java.util.UUID;

/**
 * What other rooms may know of a person; what of it leaves is declared by their views.
 *
 * @param organisation the name of the client organisation the person belongs to
 */
public record PersonSummary(
        UUID id,
        String name,
        Optional<String> email,
        boolean employee,
        Optional<UUID> organisationId,
        Optional<String> organisation) {}
