package org.sluis.people;

import java.util.Optional;
import java.util.UUID;

/**
 * What a change of a person came to.
 *
 * @param proposal where the account's part of it waits for a second administrator
 */
record Amended(Snapshot person, Optional<UUID> proposal) {}
