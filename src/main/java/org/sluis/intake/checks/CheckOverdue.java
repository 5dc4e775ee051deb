package org.sluis.intake.checks;

import java.time.Instant;
import java.util.UUID;

/**
 * A file is without verdict for longer than it may be. Told once for each version, by one node, in the transaction that
 * marks it.
 */
public record CheckOverdue(UUID documentId, int version, Instant uploadedAt) {}
