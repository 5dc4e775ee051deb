package org.sluis.access;

import java.time.Instant;
import java.util.UUID;

/** An administrator revoked a right that was in force. Told in the transaction of that. */
public record AccessRevoked(UUID administratorId, GivenGrant grant, Instant givenAt, Instant at) {}
