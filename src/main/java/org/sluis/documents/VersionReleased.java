package org.sluis.documents;

import java.util.UUID;

/** The checks have let a version pass. Told in the transaction of its release. */
public record VersionReleased(UUID documentId, int version, UUID uploaderId) {}
