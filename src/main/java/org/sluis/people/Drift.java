package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.Optional;
import java.util.UUID;
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

    static Optional<Drift> between(Person person, Optional<Account> account) {
        if (account.isEmpty()) {
            return person.isActive() ? Optional.of(of(Kind.PERSON_WITHOUT_ACCOUNT, person)) : Optional.empty();
        }
        if (account.get().enabled() == person.isActive()) {
            return Optional.empty();
        }
        return Optional.of(of(person.isActive() ? Kind.ENABLED_HERE_ONLY : Kind.ENABLED_THERE_ONLY, person));
    }

    static Drift withoutPerson(Account account) {
        return new Drift(Kind.ACCOUNT_WITHOUT_PERSON, Optional.empty(), account.subject(), account.username());
    }

    private static Drift of(Kind kind, Person person) {
        return new Drift(kind, Optional.of(person.id()), person.subject(), person.name());
    }
}
