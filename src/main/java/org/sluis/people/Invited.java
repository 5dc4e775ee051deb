package org.sluis.people;

import java.util.Optional;
import java.util.UUID;

/**
 * What an invitation came to.
 *
 * @param person the new person's identifier
 * @param proposal where it waits for a second administrator, and the person is not there yet
 */
record Invited(UUID person, Optional<UUID> proposal) {}
