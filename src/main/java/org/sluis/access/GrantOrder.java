package org.sluis.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.ProblemException;

/**
 * What an administrator wants to grant.
 *
 * @param validFrom from when; at once where absent
 * @param validUntil until when, exclusive; without end where absent
 * @param purpose why, for the trail and the data-protection coordinator (promise C6)
 */
public record GrantOrder(
        UUID principalId, Right right, Optional<Instant> validFrom, Optional<Instant> validUntil, String purpose) {

    private static final int MAX_PURPOSE = 500;

    /** @throws ProblemException {@code invalid-member} naming what is senseless */
    public GrantOrder {
        purpose = purpose.strip();
        if (purpose.isEmpty() || purpose.length() > MAX_PURPOSE) {
            throw ProblemException.invalid("purpose", "length");
        }
        if (validUntil.isPresent() && !validUntil.get().isAfter(validFrom.orElseGet(Instant::now))) {
            throw ProblemException.invalid("validUntil", "past");
        }
    }
}
