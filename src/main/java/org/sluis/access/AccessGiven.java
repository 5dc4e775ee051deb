package org.sluis.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An administrator gave rights on documents. Told in the transaction of the grants.
 *
 * @param at when the rights were given
 */
public record AccessGiven(UUID administratorId, List<GivenGrant> grants, Instant at) {}
