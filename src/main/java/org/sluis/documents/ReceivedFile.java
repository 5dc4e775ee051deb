package org.sluis.documents;

import org.sluis.blob.StoredBlob;

/**
 * A file that was received and is durable.
 *
 * @param name the sanitised name the sender gave it
 */
public record ReceivedFile(String name, StoredBlob blob) {}
