package org.sluis.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Role;

/** What entries of the trail say of accounts. */
sealed interface AccountFacts extends Facts {

    /** @param found in how many places accounts and persons differed */
    record Compared(long found) implements AccountFacts {}

    /**
     * Why an invitation to an organisation has made no account.
     *
     * @param owner the person who has the account
     */
    record AddressKnown(UUID change, Optional<UUID> organisation, UUID owner) implements AccountFacts {}

    /**
     * A change of an account.
     *
     * @param person where the entry is about the organisation
     * @param roles as the realm calls them
     */
    record Changed(
            UUID change,
            ChangeKind kind,
            List<String> roles,
            Optional<UUID> organisation,
            Optional<UUID> proposedBy,
            Optional<UUID> person)
            implements AccountFacts {

        static Changed of(AccountChange change) {
            return new Changed(
                    change.id(),
                    change.kind(),
                    change.wanted().roles().stream().map(Role::claim).sorted().toList(),
                    change.wanted().organisation(),
                    change.proposer(),
                    Optional.of(change.personId())
                            .filter(person -> change.kind().isMembership()));
        }
    }
}
