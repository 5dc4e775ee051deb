package org.sluis.documents;

import java.util.UUID;
import org.sluis.blob.StoredBlob;

/** A version whose bytes must be there, with what they must be. */
public record KeptVersion(UUID id, UUID documentId, int number, StoredBlob blob) {}
