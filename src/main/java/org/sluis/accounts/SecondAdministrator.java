package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.Addressees;
import org.sluis.people.Person;

/**
 * Two people decide, not one with two accounts (separation of duties, ISO/IEC 27001 A.5.3): which changes of an account wait
 * for a second administrator, and who can be one for whom. The database words both rules by itself.
 */
@ApplicationScoped
public class SecondAdministrator {

    private static final Duration LATELY = Duration.ofDays(90);

    private static final String HANDS_IN = """
            select count(c) from AccountChange c
            where c.state in :carriedOut and c.kind in :kinds
              and (c.consentedAt > :since or c.consentedAt is null and c.orderedAt > :since)
              and (c.personId = :one and c.orderedBy = :other or c.personId = :other and c.orderedBy = :one)
            """;

    private static final int ENOUGH = 2;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Addressees addressees;

    /**
     * Asked before the consent is entered: a question writes first what waits to be written, and the database refuses that.
     *
     * @throws ProblemException {@code not-independent} where one of them invited the other, or changed the other's account,
     *     within the last 90 days
     */
    @Transactional(TxType.MANDATORY)
    public void requireIndependent(UUID proposer, UUID second) {
        long found = entities.createQuery(HANDS_IN, Long.class)
                .setParameter("carriedOut", List.of(AccountChange.State.RUNNING, AccountChange.State.DONE))
                .setParameter("kinds", ChangeKind.GIVING_POWER)
                .setParameter("since", Instant.now().minus(LATELY))
                .setParameter("one", proposer)
                .setParameter("other", second)
                .getSingleResult();
        if (found > 0) {
            throw new ProblemException(Problem.NOT_INDEPENDENT);
        }
    }

    /** Whether the change makes an employee or gives a hold on an employee's account, and there is a second to ask. */
    @Transactional(TxType.MANDATORY)
    public boolean isNeeded(ChangeKind kind, Optional<Person> person, WantedAccount wanted) {
        return isAboutEmployees(kind, person, wanted)
                && addressees.holding(Role.ADMIN).size() >= ENOUGH;
    }

    private static boolean isAboutEmployees(ChangeKind kind, Optional<Person> person, WantedAccount wanted) {
        return switch (kind) {
            case INVITATION -> Person.areEmployees(wanted.roles());
            case ROLES -> {
                Set<Role> given = wanted.roles();
                given.removeAll(person.map(Person::roles).orElse(Set.of()));
                yield Person.areEmployees(given);
            }
            case ADDRESS, SECOND_FACTOR -> person.filter(Person::isEmployee).isPresent();
            default -> false;
        };
    }
}
