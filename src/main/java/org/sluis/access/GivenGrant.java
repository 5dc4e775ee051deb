package org.sluis.access;

import java.util.UUID;

/**
 * A right as others are told of it.
 *
 * @param principalId to whom it was given: a person, an organisation or a team
 */
public record GivenGrant(UUID id, UUID documentId, UUID principalId) {}
