package org.sluis.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A right that somebody holds by their own name, as what would replace it is measured by it.
 *
 * @param validUntil none where it does not end by itself
 */
public record HeldRight(UUID documentId, UUID principalId, Right right, Optional<Instant> validUntil) {

    /** Whether whoever holds it could do less with the other. */
    public boolean isLargerThan(Right other) {
        return !other.covers(right);
    }

    /** Whether it would go on when something that ends then has ended. */
    public boolean outlasts(Optional<Instant> end) {
        return end.isPresent() && validUntil.map(end.get()::isBefore).orElse(true);
    }
}
