package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.Person;

/**
 * Two people decide, not one with two accounts (separation of duties, ISO/IEC 27001 A.5.3): which changes of an account wait
 * for a second administrator, and who can be one for whom. The database words both rules by itself.
 */
@ApplicationScoped
public class SecondAdministrator {

    private static final Duration LATELY = Duration.ofDays(90);

    private static final List<AccountChange.State> CARRIED_OUT =
            List.of(AccountChange.State.RUNNING, AccountChange.State.DONE);

    private static final String BEHIND = """
            select distinct c.orderedBy from AccountChange c
            where c.personId in :accounts and c.kind in :kinds and c.state in :carriedOut
              and (c.consentedAt > :since or c.consentedAt is null and c.orderedAt > :since)
            """;

    private static final String ADMINISTRATORS = """
            select count(p) from Person p
            where concat(',', p.roles, ',') like concat('%,', :role, ',%')
               or exists (
                select c.id from AccountChange c
                where c.personId = p.id and c.takesAdmin = true and c.state in :carriedOut
                  and (c.consentedAt > :since or c.consentedAt is null and c.orderedAt > :since))
            """;

    private static final int ENOUGH = 2;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /**
     * Asked before the consent is entered: a question writes first what waits to be written, and the database refuses that. That
     * nobody consents to a proposal of their own is asked elsewhere.
     *
     * @throws ProblemException {@code not-independent} where, within the last 90 days, one of them invited the other or changed
     *     the other's account, a third did so with both, or one did so with somebody who did so with the other
     */
    @Transactional(TxType.MANDATORY)
    public void requireIndependent(UUID proposer, UUID second) {
        if (proposer.equals(second)) {
            return;
        }
        Set<UUID> proposers = behind(Set.of(proposer));
        Set<UUID> seconds = behind(Set.of(second));
        if (haveOneInCommon(with(proposer, proposers), with(second, seconds))
                || behind(proposers).contains(second)
                || behind(seconds).contains(proposer)) {
            throw new ProblemException(Problem.NOT_INDEPENDENT);
        }
    }

    /**
     * Whether the change makes an employee, gives a hold on an employee's account or lets one in again, and there is a second to
     * ask. Administrators who were shut out count, and for a while those whose role was taken away: nobody gets rid of the
     * second one by their own hand.
     */
    @Transactional(TxType.MANDATORY)
    public boolean isNeeded(ChangeKind kind, Optional<Person> person, WantedAccount wanted) {
        return isAboutEmployees(kind, person, wanted) && administrators() >= ENOUGH;
    }

    /** Who could be sitting behind one of these accounts: they made it, or gave it what one gets in with or as. */
    private Set<UUID> behind(Set<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Set.of();
        }
        return entities.createQuery(BEHIND, UUID.class)
                .setParameter("accounts", accounts)
                .setParameter("kinds", ChangeKind.GIVING_POWER)
                .setParameter("carriedOut", CARRIED_OUT)
                .setParameter("since", Instant.now().minus(LATELY))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    private static Set<UUID> with(UUID one, Set<UUID> others) {
        Set<UUID> all = new HashSet<>(others);
        all.add(one);
        return all;
    }

    private static boolean haveOneInCommon(Set<UUID> some, Set<UUID> others) {
        return !Collections.disjoint(some, others);
    }

    private long administrators() {
        return entities.createQuery(ADMINISTRATORS, Long.class)
                .setParameter("role", Role.ADMIN.name())
                .setParameter("carriedOut", CARRIED_OUT)
                .setParameter("since", Instant.now().minus(LATELY))
                .getSingleResult();
    }

    private static boolean isAboutEmployees(ChangeKind kind, Optional<Person> person, WantedAccount wanted) {
        return switch (kind) {
            case INVITATION -> Person.areEmployees(wanted.roles());
            case ROLES -> {
                Set<Role> given = wanted.roles();
                given.removeAll(person.map(Person::roles).orElse(Set.of()));
                yield Person.areEmployees(given);
            }
            case ADDRESS, SECOND_FACTOR, ENABLED ->
                person.filter(Person::isEmployee).isPresent();
            default -> false;
        };
    }
}
