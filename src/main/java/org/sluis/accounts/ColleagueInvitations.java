package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.Arrivals;
import org.sluis.people.PeopleTrail;
import org.sluis.people.Person;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.rest.PageRequest;

/**
 * Whom organisations have invited by themselves, until those sign in. Nothing that an administrator of an organisation can ask
 * here depends on what the realm knows.
 */
@ApplicationScoped
class ColleagueInvitations implements Arrivals {

    private static final String OF_ORGANISATION = """
            select i from ColleagueInvitation i
            where i.organisationId = :organisation and i.id < :below order by i.id desc
            """;

    private static final String SHOWN_WITH_ADDRESS = """
            select count(p) from Person p
            where p.organisationId = :organisation and lower(p.email) = :email
              and not exists (select i from ColleagueInvitation i where i.id = p.id and i.organisationId = :organisation)
            """;

    private static final String INVITED_WITH_ADDRESS = """
            select count(i) from ColleagueInvitation i
            where i.organisationId = :organisation and i.email = :email and i.withdrawnAt is null
            """;

    private static final String ARRIVE = """
            delete from ColleagueInvitation i
            where i.id = :person and (i.withdrawnAt is null or i.organisationId <> :organisation)
            """;

    private static final UUID NO_ORGANISATION = new UUID(0, 0);

    private static final String SETTLE = """
            delete from ColleagueInvitation i
            where i.organisationId = :organisation and i.email = lower(:email) and i.id <> :person and i.withdrawnAt is null
            """;

    private static final String SHUTTING = """
            select i from ColleagueInvitation i
            where i.shutting = true
              and not exists (select c from AccountChange c where c.personId = i.id and c.state = :running)
            order by i.id
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    AccountChanges changes;

    @Inject
    PeopleTrail trail;

    /** A page of them, last invited first, with one more where there are more. */
    @Transactional(TxType.MANDATORY)
    public List<ColleagueInvitation> of(UUID organisation, PageRequest page) {
        return entities.createQuery(OF_ORGANISATION, ColleagueInvitation.class)
                .setParameter("organisation", organisation)
                .setParameter("below", page.below().orElse(Ids.TOP))
                .setMaxResults(page.limit() + 1)
                .getResultList();
    }

    /** @throws ProblemException {@code account-exists} where the list of colleagues shows the address, other than as taken back */
    @Transactional(TxType.MANDATORY)
    public void requireNew(UUID organisation, String email) {
        if (found(SHOWN_WITH_ADDRESS, organisation, email) + found(INVITED_WITH_ADDRESS, organisation, email) > 0) {
            throw new ProblemException(Problem.ACCOUNT_EXISTS);
        }
    }

    @Transactional(TxType.MANDATORY)
    public void enter(Caller member, UUID organisation, AccountChange change, Invitation invitation) {
        entities.persist(new ColleagueInvitation(change.personId(), organisation, invitation, member.personId()));
        entities.flush();
    }

    /**
     * Takes one back, whatever came of it.
     *
     * @return whether there is one of the organisation
     */
    @Transactional
    public boolean withdraw(Caller member, UUID organisation, UUID id) {
        Optional<ColleagueInvitation> invitation =
                locked(id).filter(found -> found.organisationId().equals(organisation));
        invitation.ifPresent(found -> {
            found.withdraw(member.personId());
            trail.done(member, AccountAction.INVITATION_WITHDRAWN, ResourceRef.person(id), Facts.NONE);
        });
        return invitation.isPresent();
    }

    /** What the own organisation has withdrawn lets nobody in. */
    @Override
    @Transactional(TxType.MANDATORY)
    public boolean arrives(Person person) {
        int over = entities.createQuery(ARRIVE)
                .setParameter("person", person.id())
                .setParameter("organisation", person.organisationId().orElse(NO_ORGANISATION))
                .executeUpdate();
        return over > 0 || !exists(person.id());
    }

    /** An administrator lets in whom it made. */
    @Transactional(TxType.MANDATORY)
    public void reopen(UUID person) {
        locked(person).ifPresent(ColleagueInvitation::reopen);
    }

    /** Nobody is waited for any more who is known by another identifier; what was taken back lets nobody in by that one either. */
    @Transactional(TxType.MANDATORY)
    public void turnsOutToBeOf(UUID foreseen, UUID person) {
        locked(foreseen).ifPresent(invitation -> {
            entities.remove(invitation);
            invitation.withdrawnBy().ifPresent(by -> {
                ColleagueInvitation known = invitation.of(person);
                entities.persist(known);
                entities.flush();
                known.withdraw(by);
            });
            entities.flush();
        });
    }

    /**
     * The owner of the address has become a member: nobody else is waited for. What was taken back stays in the list, since it
     * stays there too where the realm makes no member of the next invitation.
     */
    @Transactional(TxType.MANDATORY)
    public void settle(Person member, UUID organisation) {
        entities.createQuery(SETTLE)
                .setParameter("organisation", organisation)
                .setParameter("email", member.email().orElse(""))
                .setParameter("person", member.id())
                .executeUpdate();
    }

    /** One that was withdrawn and has made an account that is still to be shut; those that have made none are done with. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public Optional<ColleagueInvitation> nextToShut() {
        List<ColleagueInvitation> due = entities.createQuery(SHUTTING, ColleagueInvitation.class)
                .setParameter("running", AccountChange.State.RUNNING)
                .getResultList();
        return due.stream().filter(this::hasAnAccountToShut).findFirst();
    }

    /** The order to shut it, in the name of whoever has withdrawn it. */
    @Transactional
    public Optional<AccountChange> shut(Caller member, UUID id) {
        return locked(id).filter(ColleagueInvitation::isShutting).map(invitation -> {
            AccountChange change = changes.unseen(member, ChangeKind.DISABLED, id, new WantedAccount());
            invitation.shut();
            return change;
        });
    }

    private boolean hasAnAccountToShut(ColleagueInvitation invitation) {
        boolean has = Optional.ofNullable(entities.find(Person.class, invitation.id()))
                .filter(person -> person.isActive() && !person.isEmployee())
                .filter(person -> person.organisationId().equals(Optional.of(invitation.organisationId())))
                .isPresent();
        if (!has) {
            invitation.shut();
        }
        return has;
    }

    private boolean exists(UUID id) {
        return entities.createQuery("select count(i) from ColleagueInvitation i where i.id = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult()
                > 0;
    }

    private Optional<ColleagueInvitation> locked(UUID id) {
        return Optional.ofNullable(entities.find(ColleagueInvitation.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private long found(String query, UUID organisation, String email) {
        return entities.createQuery(query, Long.class)
                .setParameter("organisation", organisation)
                .setParameter("email", email)
                .getSingleResult();
    }
}
