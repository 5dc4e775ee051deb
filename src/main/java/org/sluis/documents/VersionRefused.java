package org.sluis.documents;

import java.util.UUID;

/** The checks have refused a version. Told in the transaction of the refusal. */
public record VersionRefused(UUID documentId, int version, UUID uploaderId) {}
