package org.sluis.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Facts;

/** What entries of the trail say of rights on documents. */
sealed interface AccessFacts extends Facts {

    /**
     * @param from none where it holds at once
     * @param until none where it does not end by itself
     */
    record Given(
            UUID grant, UUID principal, Right right, Optional<Instant> from, Optional<Instant> until, String purpose)
            implements AccessFacts {

        static Given of(GrantStore.Entry entry) {
            GrantOrder order = entry.order();
            return new Given(
                    entry.id(),
                    order.principalId(),
                    order.right(),
                    order.validFrom(),
                    order.validUntil(),
                    order.purpose());
        }
    }

    record GivenToOneself(UUID grant, Right right, String purpose) implements AccessFacts {}

    record Revoked(UUID grant) implements AccessFacts {}

    /**
     * @param at for which instant; none where one person was asked for as of the moment
     * @param person for whom, where one was
     */
    record Examined(Optional<Instant> at, Optional<UUID> person) implements AccessFacts {}
}
