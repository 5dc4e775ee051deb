package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.PeopleTrail;
import org.sluis.people.Person;
import org.sluis.people.Persons;

/**
 * The first of three steps of a change: who may order it, and whether it makes sense of this person, found out and entered
 * in one transaction. Nobody does any of it to themselves, lest nobody be left who can undo it. Every order can be refused
 * with {@code role-missing}, {@code not-found}, {@code account-missing}, and {@code conflict} while another change of the
 * account runs, or the same person is being invited.
 */
@ApplicationScoped
class AccountOrders {

    @Inject
    Persons persons;

    @Inject
    AccountChanges changes;

    @Inject
    ChangeConditions conditions;

    @Inject
    OpenInvitations open;

    @Inject
    InvitationQuota quota;

    @Inject
    ColleagueInvitations colleagues;

    @Inject
    PeopleTrail trail;

    /** The subject of the account, for whoever only looks at it. */
    @Transactional
    public String subject(Caller administrator, AccountAction action, UUID id) {
        trail.require(administrator, action, ResourceRef.person(id));
        String subject = persons.withAccount(id).subject();
        trail.done(administrator, action, ResourceRef.person(id), Facts.NONE);
        return subject;
    }

    /** What needs no more than a person with an account. */
    @Transactional
    public AccountChange order(Caller administrator, ChangeKind kind, UUID id) {
        trail.require(administrator, kind.action(), ResourceRef.person(id));
        return entered(administrator, kind, persons.lockedWithAccount(id), new WantedAccount());
    }

    /**
     * An invitation sent again, to the address that is known.
     *
     * @throws ProblemException {@code invalid-member} where none is
     */
    @Transactional
    public AccountChange inviteAgain(Caller administrator, UUID id) {
        trail.require(administrator, ChangeKind.MAIL.action(), ResourceRef.person(id));
        Person person = persons.lockedWithAccount(id);
        String address = person.email().orElseThrow(() -> ProblemException.invalid("email", "required"));
        return entered(administrator, ChangeKind.MAIL, person, WantedAccount.at(address, person.roles()));
    }

    /** @throws ProblemException {@code own-account} */
    @Transactional
    public AccountChange resetSecondFactor(Caller administrator, UUID id) {
        trail.require(administrator, ChangeKind.SECOND_FACTOR.action(), ResourceRef.person(id));
        return entered(administrator, ChangeKind.SECOND_FACTOR, persons.lockedWithAccount(id), new WantedAccount());
    }

    /** @throws ProblemException {@code own-account} */
    @Transactional
    public AccountChange disable(Caller administrator, UUID id) {
        trail.require(administrator, ChangeKind.DISABLED.action(), ResourceRef.person(id));
        return disabled(administrator, persons.locked(id));
    }

    /**
     * The same for a colleague of {@code member}, who administers the organisation.
     *
     * @throws ProblemException {@code own-account}; {@code not-found} also for somebody of another organisation
     */
    @Transactional
    public AccountChange disableColleague(Caller member, UUID organisation, UUID id) {
        Person colleague = persons.lockedIfShown(id)
                .filter(shown -> !shown.isEmployee())
                .filter(shown -> shown.organisationId().equals(Optional.of(organisation)))
                .orElseThrow(() -> {
                    trail.refused(member, ChangeKind.DISABLED.action(), ResourceRef.person(id));
                    return ProblemException.notFound();
                });
        return disabled(member, colleague);
    }

    /** @throws ProblemException {@code own-account}; {@code invalid-member} for an employee of an organisation */
    @Transactional
    public AccountChange assign(Caller administrator, UUID id, Set<Role> roles) {
        trail.require(administrator, ChangeKind.ROLES.action(), ResourceRef.person(id));
        return entered(administrator, ChangeKind.ROLES, persons.lockedWithAccount(id), WantedAccount.with(roles));
    }

    /** @throws ProblemException {@code invalid-member} for an employee, or an unknown organisation */
    @Transactional
    public AccountChange join(Caller administrator, UUID organisation, UUID id) {
        trail.require(administrator, ChangeKind.JOINED.action(), ResourceRef.organisation(organisation));
        if (persons.organisation(organisation).isEmpty()) {
            throw ProblemException.notFound();
        }
        return entered(administrator, ChangeKind.JOINED, persons.lockedWithAccount(id), WantedAccount.of(organisation));
    }

    /** @throws ProblemException {@code not-found} unless the person is a member */
    @Transactional
    public AccountChange leave(Caller administrator, UUID organisation, UUID id) {
        trail.require(administrator, ChangeKind.LEFT.action(), ResourceRef.organisation(organisation));
        return entered(administrator, ChangeKind.LEFT, persons.lockedWithAccount(id), WantedAccount.of(organisation));
    }

    /** @throws ProblemException {@code invalid-member} */
    @Transactional
    public AccountChange invite(Caller administrator, Invitation invitation) {
        trail.require(administrator, ChangeKind.INVITATION.action(), ResourceRef.every("person"));
        invitation.organisation().ifPresent(persons::named);
        open.requireNone(invitation.labels().email());
        return changes.invited(administrator, invitation);
    }

    /**
     * The same for a colleague of {@code member}, who was found to administer the organisation. The realm is asked later and
     * the member is not told: a refusal would say who has an account with other organisations.
     *
     * @throws ProblemException {@code too-many-requests}; {@code account-exists} where the member sees the address among the
     *     colleagues
     */
    @Transactional
    public AccountChange inviteColleague(Caller member, UUID organisation, Invitation invitation) {
        quota.require(member, organisation);
        colleagues.requireNew(organisation, invitation.labels().email());
        AccountChange change =
                changes.unseen(member, ChangeKind.INVITATION, Ids.next(), WantedAccount.invited(invitation));
        colleagues.enter(member, organisation, change, invitation);
        trail.done(member, change.kind().action(), change.resource(), AccountFacts.Changed.of(change));
        return change;
    }

    private AccountChange disabled(Caller caller, Person person) {
        return entered(caller, ChangeKind.DISABLED, person, new WantedAccount());
    }

    private AccountChange entered(Caller caller, ChangeKind kind, Person person, WantedAccount wanted) {
        conditions.require(caller, kind, person, wanted);
        return changes.entered(caller, kind, person, wanted);
    }
}
