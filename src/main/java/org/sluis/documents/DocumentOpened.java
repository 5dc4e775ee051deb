package org.sluis.documents;

import java.util.UUID;
import org.sluis.kernel.Caller;

/** Somebody looks at the page of a document that they may see. */
public record DocumentOpened(Caller reader, UUID documentId) {}
