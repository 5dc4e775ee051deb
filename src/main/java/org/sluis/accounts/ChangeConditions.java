package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.Person;
import org.sluis.people.Persons;

/**
 * What has to be true of a person before their account is changed. Asked at the order, and again when a second administrator
 * consents to it: meanwhile somebody may have become something else.
 */
@ApplicationScoped
class ChangeConditions {

    @Inject
    Persons persons;

    /**
     * @param caller who orders the change, or consents to it; nobody does to themselves what only others can undo
     * @throws ProblemException {@code own-account}; {@code invalid-member} for an employee of an organisation; {@code not-found}
     *     for somebody who does not belong to the organisation they are to leave
     */
    void require(Caller caller, ChangeKind kind, Person person, WantedAccount wanted) {
        switch (kind) {
            case ROLES -> {
                requireOther(caller, person.id());
                requireNoMember(person, wanted);
            }
            case SECOND_FACTOR, DISABLED -> requireOther(caller, person.id());
            case JOINED -> requireNoEmployee(person);
            case LEFT -> requireMember(person, wanted);
            case INVITATION, NAMES, ADDRESS, SESSIONS, MAIL, ENABLED -> {
                // Whatever the person is.
            }
        }
    }

    /**
     * The same of a proposal that is about to be consented to: a person with an account, where it is not an invitation, and a
     * proposer who could still propose it.
     *
     * @throws ProblemException as {@link #require}; {@code account-missing}; {@code conflict} where the proposer is no
     *     administrator any more
     */
    void requireStill(Caller caller, AccountChange proposal) {
        Person proposer = persons.existing(proposal.orderedBy());
        if (!proposer.isActive() || !proposer.roles().contains(Role.ADMIN)) {
            throw new ProblemException(Problem.CONFLICT);
        }
        if (proposal.kind() != ChangeKind.INVITATION) {
            require(caller, proposal.kind(), persons.lockedWithAccount(proposal.personId()), proposal.wanted());
        }
    }

    private static void requireOther(Caller caller, UUID id) {
        if (caller.personId().equals(id)) {
            throw new ProblemException(Problem.OWN_ACCOUNT);
        }
    }

    private static void requireNoMember(Person person, WantedAccount wanted) {
        if (Person.areEmployees(wanted.roles()) && person.organisationId().isPresent()) {
            throw ProblemException.invalid("roles", "organisation");
        }
    }

    private static void requireNoEmployee(Person person) {
        if (person.isEmployee()) {
            throw ProblemException.invalid("person", "employee");
        }
    }

    private static void requireMember(Person person, WantedAccount wanted) {
        if (!person.organisationId().equals(Optional.of(wanted.organisation().orElseThrow()))) {
            throw ProblemException.notFound();
        }
    }
}
