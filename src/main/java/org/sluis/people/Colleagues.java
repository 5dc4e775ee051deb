package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.web.OwnOrganisation;

/**
 * A client organisation's own hand in who acts for it (promise B7): members whom an administrator has made administrators
 * of their organisation invite and disable colleagues. It gives no right on any document, and for everybody else it does
 * not exist.
 */
@ApplicationScoped
class Colleagues implements OwnOrganisation {

    private static final String MEMBERS = """
            select p from Person p
            where p.organisationId = :organisation and p.id < :below
              and not exists (select i from ColleagueInvitation i where i.id = p.id and i.organisationId = :organisation)
            order by p.id desc
            """;

    /** As the database orders them. */
    private static final Comparator<ColleagueView> LAST_REGISTERED_FIRST =
            Comparator.comparing(colleague -> colleague.id().toString(), Comparator.reverseOrder());

    @Inject
    OrganisationAdministration administration;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    AccountOrders orders;

    @Inject
    ColleagueInvitations invitations;

    @Inject
    Accounts accounts;

    @Inject
    PeopleTrail trail;

    @Override
    @Transactional
    public boolean isAdministeredBy(Caller caller) {
        return administration.of(caller).isPresent();
    }

    /** @throws ProblemException {@code not-found} unless {@code caller} administers the own organisation */
    @Transactional
    public Page<FilteredView> list(Caller caller, PageRequest page) {
        UUID organisation = administration.require(caller, PeopleAction.COLLEAGUES_LISTED, ResourceRef.every("person"));
        Page<ColleagueView> found = Page.of(rows(organisation, page), page.limit(), ColleagueView::id);
        trail.done(
                caller,
                PeopleAction.COLLEAGUES_LISTED,
                ResourceRef.organisation(organisation),
                PeopleFacts.Listed.of(found.items().size()));
        return found.map(colleague -> FieldFilter.shown(colleague, Audience.of(caller)));
    }

    /** Whoever was invited and has not signed in yet looks the same, whether an account was made or there was one. */
    private List<ColleagueView> rows(UUID organisation, PageRequest page) {
        Stream<ColleagueView> members = entities.createQuery(MEMBERS, Person.class)
                .setParameter("organisation", organisation)
                .setParameter("below", page.below().orElse(SearchWords.TOP))
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(ColleagueView::of);
        Stream<ColleagueView> invited =
                invitations.of(organisation, page).stream().map(ColleagueView::of);
        return Stream.concat(members, invited)
                .sorted(LAST_REGISTERED_FIRST)
                .limit(page.limit() + 1L)
                .toList();
    }

    /**
     * Answered before the realm is asked.
     *
     * @throws ProblemException as {@link #list}; {@code invalid-member}, {@code too-many-requests}; {@code account-exists} where
     *     {@link #list} shows the address
     */
    @Transactional
    public UUID invite(Caller caller, ColleagueRequest request) {
        UUID organisation = administration.require(caller, PeopleAction.PERSON_INVITED, ResourceRef.every("person"));
        return orders.inviteColleague(caller, organisation, request.invitation(organisation))
                .personId();
    }

    /**
     * Whoever has not signed in yet is shut out by the portal at once and by the realm afterwards.
     *
     * @throws ProblemException {@code not-found} also for somebody of another organisation; {@code own-account}
     */
    void disable(Caller caller, UUID id) {
        UUID organisation = administration.require(caller, PeopleAction.PERSON_DISABLED, ResourceRef.person(id));
        if (!invitations.withdraw(caller, organisation, id)) {
            accounts.disableColleague(caller, organisation, id);
        }
    }
}
