package org.sluis.documents;

import org.sluis.blob.StoredBlob;

/** Bytes somebody may download, with what is needed to name and type them. */
public record Content(String fileName, String mediaType, StoredBlob blob) {}
