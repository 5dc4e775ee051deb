package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.PeopleTrail;
import org.sluis.people.Person;
import org.sluis.people.Persons;
import org.sluis.platform.persistence.ActsAs;

/**
 * What becomes of changes that administrators of an organisation have ordered and do not learn of. The entries in the trail are
 * the portal's own, since everybody reads what stands there in their own name. All can be refused with {@code conflict} where
 * somebody else has ended the change meanwhile.
 */
@ApplicationScoped
class UnseenOutcomes {

    /** One that runs before all that are done. */
    private static final String LATEST = """
            select c from AccountChange c
            where c.personId = :person and c.state in :states order by c.endedAt desc nulls first
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    ChangeOutcomes outcomes;

    @Inject
    Persons persons;

    @Inject
    PeopleTrail trail;

    @Inject
    Event<InvitedElsewhere> invitedElsewhere;

    /** What the realm has to know of it. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public AccountTask task(AccountChange change) {
        return outcomes.task(change);
    }

    /** Whether the invitation was taken back before it was carried out. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public boolean isWithdrawn(AccountTask task) {
        return invitation(task.change().personId())
                .filter(ColleagueInvitation::isWithdrawn)
                .isPresent();
    }

    /** Whose an account is. One that the portal has made is named after its person, also before the person is known. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public AccountOwner owner(Account account) {
        Optional<UUID> person = known(account).map(Person::id).or(() -> Ids.parse(account.username()));
        Optional<AccountChange> latest = person.flatMap(this::latest);
        if (latest.filter(AccountChange::isRunning).isPresent()
                || person.flatMap(this::invitation)
                        .filter(ColleagueInvitation::isShutting)
                        .isPresent()) {
            return AccountOwner.UNDECIDED;
        }
        boolean isLeft = !account.enabled()
                && latest.filter(AccountChange::hasShutWhatWasTakenBack).isPresent();
        return isLeft ? AccountOwner.NOBODY : AccountOwner.SOMEBODY;
    }

    /** Whether it is still this attempt that runs. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public boolean holds(AccountTask task) {
        return outcomes.holds(task);
    }

    /** The realm has done it. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public void done(AccountTask task, Optional<String> subject) {
        AccountChange change = outcomes.running(task);
        outcomes.enter(change, subject, Optional.empty(), person -> {});
        trail.done(
                change.kind() == ChangeKind.INVITATION
                        ? AccountAction.INVITATION_CARRIED_OUT
                        : change.kind().action(),
                ResourceRef.person(change.personId()),
                AccountFacts.Changed.of(change));
        change.done();
    }

    /**
     * The address has an account; its owner is told, and nobody else.
     *
     * @throws ProblemException {@code not-found} unless the owner is known to the portal
     */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public void known(AccountTask task, Account owner) {
        AccountChange change = outcomes.running(task);
        Person person = known(owner).orElseThrow(ProblemException::notFound);
        change.wanted()
                .organisation()
                .ifPresent(organisation -> invitedElsewhere.fire(new InvitedElsewhere(
                        person.id(),
                        organisation,
                        change.orderedBy(),
                        owner.labels().email())));
        trail.done(
                AccountAction.INVITATION_ADDRESS_KNOWN,
                ResourceRef.person(change.personId()),
                new AccountFacts.AddressKnown(change.id(), change.wanted().organisation(), person.id()));
        change.done();
    }

    /** Nothing was changed and nothing will be. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public void failed(AccountTask task) {
        AccountChange change = outcomes.running(task);
        if (change.kind() == ChangeKind.INVITATION) {
            trail.done(
                    AccountAction.INVITATION_CAME_TO_NOTHING,
                    ResourceRef.person(change.personId()),
                    AccountFacts.Changed.of(change));
        }
        change.failed();
    }

    /** It is tried again. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public void postponed(AccountTask task, Instant next) {
        outcomes.running(task).postpone(next);
    }

    private Optional<Person> known(Account account) {
        return Optional.ofNullable(persons.behind(List.of(account.subject())).get(account.subject()));
    }

    private Optional<AccountChange> latest(UUID person) {
        return entities.createQuery(LATEST, AccountChange.class)
                .setParameter("person", person)
                .setParameter("states", List.of(AccountChange.State.RUNNING, AccountChange.State.DONE))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Optional<ColleagueInvitation> invitation(UUID person) {
        return Optional.ofNullable(entities.find(ColleagueInvitation.class, person));
    }
}
