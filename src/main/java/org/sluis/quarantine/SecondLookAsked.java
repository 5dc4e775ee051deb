package org.sluis.quarantine;

import java.util.UUID;

/** A sender asks for a second look at a refusal. Told in the transaction that enters the request. */
public record SecondLookAsked(UUID documentId, UUID senderId) {}
