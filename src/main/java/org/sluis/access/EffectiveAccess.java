package org.sluis.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a caller stands with one document that is visible to them.
 *
 * @param right the strongest right a live grant gives; none for an administrator without a grant
 * @param expiresAt when that right ends, where it does
 * @param uploaderId who uploaded the document
 * @param counts whether what is granted shows the document in its state; of what was not let through it shows nobody anything
 */
public record EffectiveAccess(Optional<Right> right, Optional<Instant> expiresAt, UUID uploaderId, boolean counts) {

    public boolean may(Right wanted) {
        return right.filter(held -> held.covers(wanted)).isPresent();
    }
}
