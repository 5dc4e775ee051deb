package org.sluis.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An administrator gave rights on documents. Told in the transaction of the grants.
 *
 * @param principalIds to whom: persons, organisations and teams
 * @param at when the rights began
 */
public record AccessGiven(UUID administratorId, Set<UUID> principalIds, Instant at) {}
