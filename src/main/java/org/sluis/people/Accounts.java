package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.Concealment;
import org.sluis.platform.rest.Shown;
import org.sluis.platform.security.Liveness;

/**
 * Accounts shut, opened and changed. Row and trail are written first, then the realm is asked, then the transaction
 * commits; nobody does any of it to themselves, lest nobody be left who can undo it.
 */
@ApplicationScoped
class Accounts {

    private static final String DISABLED = "person-disabled";
    private static final String ENABLED = "person-enabled";
    private static final String ROLES = "person-given-roles";
    private static final String SESSIONS = "person-signed-out";
    private static final String FACTOR = "person-second-factor-reset";

    @Inject
    Persons persons;

    @Inject
    Directory directory;

    @Inject
    Compensation compensation;

    @Inject
    Liveness liveness;

    @Inject
    AdministrativeActs acts;

    /** The account as the realm holds it. */
    @Transactional
    public Shown read(Caller administrator, UUID id) {
        acts.require(administrator, "account-viewed", AdministrativeActs.person(id));
        Person person = persons.withAccount(id);
        acts.done(administrator, "account-viewed", AdministrativeActs.person(id), Map.of());
        Account account =
                directory.find(person.subject()).orElseThrow(() -> new ProblemException(Problem.ACCOUNT_MISSING));
        return Concealment.shown(
                AccountView.of(account, directory.roles(person.subject()), directory.secondFactors(person.subject())),
                Audience.of(administrator));
    }

    /** @throws ProblemException {@code not-found}, {@code own-account}, {@code directory-away} */
    @Transactional
    public void disable(Caller administrator, UUID id) {
        acts.require(administrator, DISABLED, AdministrativeActs.person(id));
        shut(administrator, persons.locked(id));
    }

    /** The same for a colleague of {@code member}, who was found to administer the organisation. */
    @Transactional
    public void disableColleague(Caller member, UUID id) {
        shut(member, persons.locked(id));
    }

    /** @throws ProblemException {@code not-found}, {@code account-missing}, {@code directory-away} */
    @Transactional
    public void enable(Caller administrator, UUID id) {
        acts.require(administrator, ENABLED, AdministrativeActs.person(id));
        Person person = persons.lockedWithAccount(id);
        person.letIn();
        persons.write();
        acts.done(administrator, ENABLED, AdministrativeActs.person(id), Map.of());
        compensation.unlessCommitted(directory.enable(person.subject(), true));
    }

    /** @throws ProblemException {@code not-found}, {@code own-account}, {@code invalid-member}, {@code directory-away} */
    @Transactional
    public void assign(Caller administrator, UUID id, Set<Role> roles) {
        acts.require(administrator, ROLES, AdministrativeActs.person(id));
        requireOther(administrator, id);
        Person person = persons.lockedWithAccount(id);
        if (Person.areEmployees(roles) && person.organisationId().isPresent()) {
            throw ProblemException.invalid("roles", "organisation");
        }
        person.takeRoles(roles);
        persons.write();
        acts.done(
                administrator,
                ROLES,
                AdministrativeActs.person(id),
                Map.of("roles", roles.stream().map(Role::claim).sorted().collect(Collectors.joining(","))));
        compensation.unlessCommitted(directory.assign(person.subject(), roles));
        liveness.doubtAccount(person.subject());
    }

    /** @throws ProblemException {@code not-found}, {@code account-missing}, {@code directory-away} */
    @Transactional
    public void endSessions(Caller administrator, UUID id) {
        acts.require(administrator, SESSIONS, AdministrativeActs.person(id));
        Person person = persons.lockedWithAccount(id);
        acts.done(administrator, SESSIONS, AdministrativeActs.person(id), Map.of());
        directory.endSessions(person.subject());
        liveness.doubtAccount(person.subject());
    }

    /** The person is signed out as well: whoever asks for this may have lost more than a telephone. */
    @Transactional
    public void resetSecondFactor(Caller administrator, UUID id) {
        acts.require(administrator, FACTOR, AdministrativeActs.person(id));
        requireOther(administrator, id);
        Person person = persons.lockedWithAccount(id);
        acts.done(administrator, FACTOR, AdministrativeActs.person(id), Map.of());
        directory.forgetSecondFactors(person.subject());
        directory.endSessions(person.subject());
        liveness.doubtAccount(person.subject());
    }

    /** Somebody whose account is gone already can still be shut out here. */
    private void shut(Caller caller, Person person) {
        requireOther(caller, person.id());
        person.shutOut();
        persons.write();
        acts.done(caller, DISABLED, AdministrativeActs.person(person.id()), Map.of());
        Optional<Account> account =
                Optional.of(person).filter(persons::isOurs).flatMap(ours -> directory.find(ours.subject()));
        if (account.isPresent()) {
            compensation.unlessCommitted(directory.enable(person.subject(), false));
            directory.endSessions(person.subject());
            liveness.doubtAccount(person.subject());
        }
    }

    private static void requireOther(Caller caller, UUID id) {
        if (caller.personId().equals(id)) {
            throw new ProblemException(Problem.OWN_ACCOUNT);
        }
    }
}
