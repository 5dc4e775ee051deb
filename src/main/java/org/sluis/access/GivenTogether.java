package org.sluis.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one act has given, as far as it still stands.
 *
 * @param at when, by the database's clock
 * @param undoableUntil until when it can be taken back as a whole
 * @param isUndoable whether that is still to come
 */
public record GivenTogether(
        Instant at,
        Instant undoableUntil,
        boolean isUndoable,
        List<UUID> documentIds,
        List<UUID> principalIds,
        Right right,
        Optional<Instant> validUntil,
        String purpose) {}
