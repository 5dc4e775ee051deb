package org.sluis.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * The checks have let a version pass. Told in the transaction of its release.
 *
 * @param uploadedAt when it was sent, which may be long before
 */
public record VersionReleased(UUID documentId, int version, UUID uploaderId, Instant uploadedAt) {}
