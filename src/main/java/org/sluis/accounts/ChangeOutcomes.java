package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.people.AccountLabels;
import org.sluis.people.Organisation;
import org.sluis.people.PeopleTrail;
import org.sluis.people.Person;
import org.sluis.people.Persons;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.Identity;

/** What a change comes to in the portal: the person follows the account, the trail and those concerned are told. */
@ApplicationScoped
class ChangeOutcomes {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Settings settings;

    @Inject
    Persons persons;

    @Inject
    ColleagueInvitations invitations;

    @Inject
    PeopleTrail trail;

    @Inject
    Event<AccountChanged> changed;

    /** What the realm has to know of it. */
    @Transactional
    public AccountTask task(Caller caller, AccountChange change) {
        return task(change);
    }

    /** The same in whatever name. */
    @Transactional(TxType.MANDATORY)
    public AccountTask task(AccountChange change) {
        Optional<String> subject = Optional.ofNullable(entities.find(Person.class, change.personId()))
                .filter(persons::isOurs)
                .map(Person::subject);
        Optional<String> organisation =
                change.wanted().organisation().flatMap(persons::organisation).map(Organisation::realmKey);
        return new AccountTask(change, subject, organisation, inviter(change));
    }

    private Optional<Inviter> inviter(AccountChange change) {
        return Optional.ofNullable(entities.find(Person.class, change.orderedBy()))
                .map(person ->
                        new Inviter(person.name(), persons.organisation(person).map(Organisation::name)));
    }

    /**
     * @param subject of the account; none where there was none to change
     * @param before what it was called
     * @param also what else becomes of the person with it
     * @throws ProblemException {@code conflict} where somebody else has ended it meanwhile
     */
    @Transactional
    public void done(
            Caller caller,
            AccountTask task,
            Optional<String> subject,
            Optional<AccountLabels> before,
            Consumer<Person> also) {
        AccountChange change = running(task);
        enter(change, subject, before, also);
        trail.done(caller, change.kind().action(), change.resource(), AccountFacts.Changed.of(change));
        change.done();
    }

    /** The person as it becomes, in whatever name. */
    @Transactional(TxType.MANDATORY)
    public void enter(
            AccountChange change, Optional<String> subject, Optional<AccountLabels> before, Consumer<Person> also) {
        Person person = change.kind() == ChangeKind.INVITATION
                ? entered(change, subject.orElseThrow())
                : persons.locked(change.personId());
        Optional<String> formerAddress = person.email().filter(known -> change.kind() != ChangeKind.INVITATION);
        boolean wasEmployee = person.isEmployee();
        apply(change, person, before.orElse(AccountLabels.NONE), subject);
        person.accountChanged(Instant.now());
        also.accept(person);
        entities.flush();
        boolean overEmployee = wasEmployee || person.isEmployee();
        if (change.kind().isTold(overEmployee)) {
            changed.fire(new AccountChanged(person.id(), overEmployee, change.orderedBy(), formerAddress));
        }
    }

    /** Whether it is still this attempt that runs: asked before the realm is changed, which knows no attempts. */
    @Transactional
    public boolean holds(Caller caller, AccountTask task) {
        return holds(task);
    }

    /** The same in whatever name. */
    @Transactional(TxType.MANDATORY)
    public boolean holds(AccountTask task) {
        return Optional.ofNullable(
                        entities.find(AccountChange.class, task.change().id()))
                .filter(found -> found.runs(task.change().attempts()))
                .isPresent();
    }

    /** The realm refused it, and nothing was changed. */
    @Transactional
    public void failed(Caller caller, AccountTask task) {
        running(task).failed();
    }

    /** Nobody knows what became of it. */
    @Transactional
    public void brokenOff(Caller caller, AccountTask task) {
        running(task).breakOff();
    }

    /** @throws ProblemException {@code conflict} where somebody else has ended it meanwhile */
    @Transactional(TxType.MANDATORY)
    public AccountChange running(AccountTask task) {
        return Optional.ofNullable(
                        entities.find(AccountChange.class, task.change().id(), LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.runs(task.change().attempts()))
                .orElseThrow(() -> new ProblemException(Problem.CONFLICT));
    }

    private void apply(AccountChange change, Person person, AccountLabels before, Optional<String> subject) {
        WantedAccount wanted = change.wanted();
        switch (change.kind()) {
            case ROLES -> person.takeRoles(wanted.roles());
            case NAMES, ADDRESS -> person.rename(wanted.over(before));
            case ENABLED -> {
                person.letIn();
                invitations.reopen(person.id());
            }
            case DISABLED -> person.shutOut();
            case JOINED -> {
                person.joins(wanted.organisation().orElse(null));
                wanted.organisation().ifPresent(organisation -> invitations.settle(person, organisation));
            }
            case LEFT -> person.joins(null);
            case MAIL -> subject.ifPresent(renewed -> goOver(person, renewed));
            case INVITATION, SECOND_FACTOR, SESSIONS -> {
                // The account alone.
            }
        }
    }

    /** Somebody who has signed in before this is written was met as somebody new; that one is nobody any more. */
    private void goOver(Person person, String renewed) {
        Optional.ofNullable(persons.behind(List.of(renewed)).get(renewed))
                .filter(met -> !met.id().equals(person.id()))
                .ifPresent(Person::isSuperseded);
        entities.flush();
        person.takeAccount(renewed);
    }

    private Person entered(AccountChange change, String subject) {
        WantedAccount wanted = change.wanted();
        AccountLabels labels = wanted.over(AccountLabels.NONE);
        Identity identity = new Identity(
                settings.oidc().issuer().toString(),
                subject,
                labels.name(),
                Optional.of(labels.email()),
                labels.language(),
                Optional.empty(),
                wanted.roles(),
                Instant.now());
        Person person = Optional.ofNullable(persons.behind(List.of(subject)).get(subject))
                .map(early -> adopted(change, early))
                .orElseGet(() -> {
                    Person entered = new Person(
                            change.personId(), identity, wanted.organisation().orElse(null));
                    entities.persist(entered);
                    return entered;
                });
        person.describe(wanted.profile());
        wanted.organisation().ifPresent(organisation -> invitations.settle(person, organisation));
        return person;
    }

    /** Somebody who has signed in before the outcome was written has made the person known, and stays out where it was taken back. */
    private Person adopted(AccountChange change, Person early) {
        if (!early.id().equals(change.personId())) {
            UUID foreseen = change.personId();
            change.turnsOutToBeOf(early.id());
            entities.flush();
            invitations.turnsOutToBeOf(foreseen, early.id());
        }
        early.takeRoles(change.wanted().roles());
        early.joins(change.wanted().organisation().orElse(null));
        return early;
    }
}
