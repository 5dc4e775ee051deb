package org.sluis.quarantine;

import java.util.UUID;

/** One administrator has proposed to lift a rule for a version, and waits for another. Told in the same transaction. */
public record LiftProposed(UUID documentId, UUID senderId, UUID administratorId) {}
