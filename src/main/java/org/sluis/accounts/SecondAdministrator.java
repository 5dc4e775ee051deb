package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.sluis.people.Person;
import org.sluis.platform.persistence.Row;

/**
 * Two people decide, not one with two accounts (separation of duties, ISO/IEC 27001 A.5.3): which changes of an account wait
 * for a second administrator, and who can be one for whom. The database words both rules by itself.
 */
@ApplicationScoped
public class SecondAdministrator {

    private static final Duration LATELY = Duration.ofDays(90);

    private static final List<AccountChange.State> CARRIED_OUT =
            List.of(AccountChange.State.RUNNING, AccountChange.State.DONE);

    /** Goes up from both at once; who is met a second time from the same side leads nowhere new. */
    private static final String MEET = """
            with recursive met (side, person) as (
                values (1, cast(?1 as uuid)), (2, cast(?2 as uuid))
                union
                select met.side, change.ordered_by
                from met, account_change change
                where change.person_id = met.person
              and change.kind = any (cast(?3 as text[])) and not change.takes_only
              and change.state = any (cast(?4 as text[]))
                  and (change.consented_at > cast(?5 as timestamptz)
                       or change.consented_at is null and change.ordered_at > cast(?5 as timestamptz)))
            select count(*) from (select person from met group by person having count(*) = 2) both_sides
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
     *     the other's account, or did so with somebody who did, and so on however far; or somebody stands behind both in that way
     */
    @Transactional(TxType.MANDATORY)
    public void requireIndependent(UUID proposer, UUID second) {
        if (!proposer.equals(second) && couldBeOne(proposer, second)) {
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

    /**
     * Whether somebody could be sitting in both accounts: whoever made one, or gave it what one gets in with or as, and whoever
     * did so with theirs. One of the two is somebody as well. Which was done first does not matter, since an account that is got
     * hold of later has all that it made before.
     */
    private boolean couldBeOne(UUID one, UUID other) {
        return Row.of(entities.createNativeQuery(MEET)
                                .setParameter(1, one.toString())
                                .setParameter(2, other.toString())
                                .setParameter(3, names(ChangeKind.GIVING_POWER))
                                .setParameter(4, names(CARRIED_OUT))
                                .setParameter(5, Instant.now().minus(LATELY).toString())
                                .getSingleResult())
                        .number(0)
                > 0;
    }

    private static String names(List<? extends Enum<?>> constants) {
        return Row.texts(constants.stream().map(Enum::name).toList());
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
