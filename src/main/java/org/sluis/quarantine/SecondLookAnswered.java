package org.sluis.quarantine;

import java.util.UUID;

/** A request for a second look has its answer, by administrators or by time. Told in the transaction that gives it. */
public record SecondLookAnswered(UUID documentId, UUID senderId) {}
