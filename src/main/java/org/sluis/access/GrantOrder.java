package org.sluis.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.ProblemException;
import org.sluis.people.PrincipalKind;

/**
 * What an administrator wants to grant.
 *
 * @param validFrom from when; at once where absent
 * @param validUntil until when, exclusive; without end where absent
 * @param purpose why, for the trail and the data protection officer (promise C6)
 */
public record GrantOrder(
        PrincipalKind kind,
        UUID principalId,
        Right right,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil,
        String purpose) {

    private static final int MAX_PURPOSE = 500;

    /** @throws ProblemException {@code invalid-member} naming what is senseless */
    public GrantOrder {
        purpose = PlainText.line("purpose", purpose, MAX_PURPOSE);
        Instant now = Instant.now();
        if (validUntil.isPresent()
                && !(validUntil.get().isAfter(now) && validUntil.get().isAfter(validFrom.orElse(now)))) {
            throw ProblemException.invalid("validUntil", "past");
        }
    }

    /** The same for a person. */
    public GrantOrder(
            UUID personId, Right right, Optional<Instant> validFrom, Optional<Instant> validUntil, String purpose) {
        this(PrincipalKind.PERSON, personId, right, validFrom, validUntil, purpose);
    }

    /** Whether the right is there at that moment, and does not begin later. */
    boolean hasBegun(Instant moment) {
        return validFrom.filter(moment::isBefore).isEmpty();
    }
}
