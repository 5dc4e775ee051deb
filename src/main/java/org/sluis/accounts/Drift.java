package org.sluis.accounts;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.Optional;
import java.util.UUID;
import org.sluis.people.Person;
import org.sluis.platform.rest.VisibleTo;

/**
 * A difference between the realm's accounts and the portal's persons.
 *
 * @param person where there is one
 * @param account the subject in the realm
 * @param name of the person, or of the account where there is no person
 */
record Drift(
        @VisibleTo(ADMIN) Kind kind,
        @VisibleTo(ADMIN) Optional<UUID> person,
        @VisibleTo(ADMIN) String account,
        @VisibleTo(ADMIN) String name) {

    /** What differs. */
    enum Kind {
        /** Nobody has signed in with it yet, or an invitation broke off. */
        ACCOUNT_WITHOUT_PERSON,
        /** The account was deleted in the realm; the person is still active here. */
        PERSON_WITHOUT_ACCOUNT,
        /** Disabled in the realm only. */
        ENABLED_HERE_ONLY,
        /** Disabled in the portal only: the account signs in, and the portal shuts it out. */
        ENABLED_THERE_ONLY
    }

    /** @param person behind the account, where there is one */
    static Optional<Drift> of(Account account, Optional<Person> person) {
        if (person.isEmpty()) {
            return Optional.of(
                    new Drift(Kind.ACCOUNT_WITHOUT_PERSON, Optional.empty(), account.subject(), labelOf(account)));
        }
        Person behind = person.get();
        if (account.enabled() == behind.isActive()) {
            return Optional.empty();
        }
        Kind kind = behind.isActive() ? Kind.ENABLED_HERE_ONLY : Kind.ENABLED_THERE_ONLY;
        return Optional.of(new Drift(kind, Optional.of(behind.id()), behind.subject(), behind.name()));
    }

    /** User names of accounts that the portal made say nothing. */
    private static String labelOf(Account account) {
        String address = account.labels().email();
        return address.isEmpty() ? account.username() : address;
    }
}
