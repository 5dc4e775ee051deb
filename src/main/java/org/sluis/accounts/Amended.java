package org.sluis.accounts;

import java.util.Optional;
import java.util.UUID;
import org.sluis.platform.rest.Snapshot;

/**
 * What a change of a person came to.
 *
 * @param proposal where the account's part of it waits for a second administrator
 */
record Amended(Snapshot person, Optional<UUID> proposal) {}
