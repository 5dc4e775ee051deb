package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.PeopleTrail;
import org.sluis.people.Person;
import org.sluis.people.Persons;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.ActsAs;

/** The changes of accounts that wait for somebody or run: entered, answered, taken up again. */
@ApplicationScoped
class AccountChanges {

    /** So many answers one change can wait for, at the most. */
    private static final int ANSWERS = 20;

    private static final AccountAction CONSENTED = AccountAction.ACCOUNT_CHANGE_CONSENTED;

    private static final String OF_PERSON = """
            select count(c) from AccountChange c
            where c.personId = :person and (c.state = :running or c.state = :proposed and c.kind in :kinds)
            """;

    private static final String CLAIM = """
            update account_change set attempts = attempts + 1, next_attempt_at = clock_timestamp() + cast(?1 as interval)
            where id in (
                select id from account_change where state = 'RUNNING' and next_attempt_at <= clock_timestamp()
                order by next_attempt_at limit 1 for update skip locked)
            returning *
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Persons persons;

    @Inject
    Settings settings;

    @Inject
    ChangeConditions conditions;

    @Inject
    SecondAdministrator second;

    @Inject
    PeopleTrail trail;

    @Inject
    Event<AccountChangeProposed> proposed;

    /** @throws ProblemException {@code conflict} while another change of the account runs, or one waits that bars it */
    @Transactional(TxType.MANDATORY)
    public AccountChange entered(Caller caller, ChangeKind kind, Person person, WantedAccount wanted) {
        requireNone(person.id(), kind.barredBy());
        return entered(
                caller,
                new AccountChange(caller, kind, person.id(), wanted),
                second.isNeeded(kind, Optional.of(person), wanted));
    }

    /** The same for somebody who is not there yet. */
    @Transactional(TxType.MANDATORY)
    public AccountChange invited(Caller caller, Invitation invitation) {
        WantedAccount wanted = WantedAccount.invited(invitation);
        return entered(
                caller,
                new AccountChange(caller, ChangeKind.INVITATION, Ids.next(), wanted),
                second.isNeeded(ChangeKind.INVITATION, Optional.empty(), wanted));
    }

    /**
     * What the realm is asked later, in nobody's name: what comes of it, whoever ordered it does not learn.
     *
     * @param person the one it makes or is about
     */
    @Transactional(TxType.MANDATORY)
    public AccountChange unseen(Caller caller, ChangeKind kind, UUID person, WantedAccount wanted) {
        AccountChange change = new AccountChange(caller, kind, person, wanted);
        change.runUnseen();
        entities.persist(change);
        entities.flush();
        return change;
    }

    private AccountChange entered(Caller caller, AccountChange change, boolean isProposal) {
        if (!isProposal) {
            change.run(leaseEnd());
        }
        entities.persist(change);
        entities.flush();
        if (isProposal) {
            trail.done(
                    caller,
                    AccountAction.ACCOUNT_CHANGE_PROPOSED,
                    ResourceRef.person(change.personId()),
                    AccountFacts.Changed.of(change));
            proposed.fire(new AccountChangeProposed(change.personId(), caller.personId()));
        }
        return change;
    }

    /** @throws ProblemException {@code not-found}; {@code conflict} once answered */
    @Transactional
    public AccountChange proposed(Caller administrator, UUID id) {
        trail.require(administrator, CONSENTED, ResourceRef.person(id));
        AccountChange change =
                Optional.ofNullable(entities.find(AccountChange.class, id)).orElseThrow(ProblemException::notFound);
        if (!change.isProposed()) {
            throw new ProblemException(Problem.CONFLICT);
        }
        return change;
    }

    /**
     * The second administrator says yes: from now on it runs.
     *
     * @throws ProblemException {@code not-found}, {@code own-proposal}, {@code not-independent}, {@code conflict}, and whatever
     *     the order would be refused with now
     */
    @Transactional
    public AccountChange consent(Caller administrator, UUID id) {
        trail.require(administrator, CONSENTED, ResourceRef.person(id));
        AccountChange change = locked(id);
        try {
            conditions.requireStill(administrator, change);
            requireNone(change.personId(), List.of(ChangeKind.MAIL));
            second.requireIndependent(change.orderedBy(), administrator.personId());
            change.consent(administrator.personId(), leaseEnd());
        } catch (ProblemException refused) {
            trail.refused(administrator, CONSENTED, ResourceRef.person(change.personId()));
            throw refused;
        }
        entities.flush();
        trail.done(administrator, CONSENTED, ResourceRef.person(change.personId()), AccountFacts.Changed.of(change));
        return change;
    }

    /** @throws ProblemException {@code not-found}, {@code conflict} once answered */
    @Transactional
    public void decline(Caller administrator, UUID id) {
        trail.require(administrator, AccountAction.ACCOUNT_CHANGE_DECLINED, ResourceRef.person(id));
        AccountChange change = locked(id);
        change.decline(administrator.personId());
        trail.done(
                administrator,
                AccountAction.ACCOUNT_CHANGE_DECLINED,
                ResourceRef.person(change.personId()),
                AccountFacts.Changed.of(change));
    }

    /** Takes one that broke off; other nodes leave it alone until the lease ends. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public Optional<AccountChange> claim() {
        List<?> rows = entities.createNativeQuery(CLAIM, AccountChange.class)
                .setParameter(1, lease().toString())
                .getResultList();
        return rows.stream().map(AccountChange.class::cast).findFirst();
    }

    private Instant leaseEnd() {
        return Instant.now().plus(lease());
    }

    private Duration lease() {
        return settings.directory().patience().multipliedBy(ANSWERS);
    }

    /** A running change of the person stands in the way of every other, a proposal of those that would give it another meaning. */
    private void requireNone(UUID person, List<ChangeKind> waiting) {
        long found = entities.createQuery(OF_PERSON, Long.class)
                .setParameter("person", person)
                .setParameter("running", AccountChange.State.RUNNING)
                .setParameter("proposed", AccountChange.State.PROPOSED)
                .setParameter("kinds", waiting)
                .getSingleResult();
        if (found > 0) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    private AccountChange locked(UUID id) {
        return Optional.ofNullable(entities.find(AccountChange.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(ProblemException::notFound);
    }

    /** Whoever ordered a change, as what they ordered it. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public Caller callerAgain(AccountChange change) {
        return caller(change.actor(), change.actorRoles());
    }

    /** Whoever has taken an invitation back. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public Caller callerAgain(ColleagueInvitation withdrawn) {
        return caller(withdrawn.withdrawnBy().orElseThrow(), Set.of(Role.CLIENT));
    }

    private Caller caller(UUID id, Set<Role> roles) {
        Person person = persons.existing(id);
        return new Caller(person.id(), person.name(), roles, person.organisationId(), Optional.empty());
    }
}
