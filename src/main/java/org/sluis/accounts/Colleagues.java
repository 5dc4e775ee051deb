package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.people.OrganisationAdministration;
import org.sluis.people.PeopleFacts;
import org.sluis.people.PeopleTrail;
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

    @Inject
    OrganisationAdministration administration;

    @Inject
    ColleagueList colleagues;

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
        UUID organisation =
                administration.require(caller, AccountAction.COLLEAGUES_LISTED, ResourceRef.every("person"));
        Page<ColleagueView> found = Page.of(colleagues.rows(organisation, page), page.limit(), ColleagueView::id);
        trail.done(
                caller,
                AccountAction.COLLEAGUES_LISTED,
                ResourceRef.organisation(organisation),
                PeopleFacts.Listed.of(found.items().size()));
        return found.map(colleague -> FieldFilter.shown(colleague, Audience.of(caller)));
    }

    /**
     * Answered before the realm is asked.
     *
     * @throws ProblemException as {@link #list}; {@code invalid-member}, {@code too-many-requests}; {@code account-exists} where
     *     {@link #list} shows the address, other than as taken back
     */
    @Transactional
    public UUID invite(Caller caller, ColleagueRequest request) {
        UUID organisation = administration.require(caller, AccountAction.PERSON_INVITED, ResourceRef.every("person"));
        return orders.inviteColleague(caller, organisation, request.invitation(organisation))
                .personId();
    }

    /**
     * Whoever has not signed in yet is shut out by the portal at once and by the realm afterwards.
     *
     * @throws ProblemException {@code not-found} also for somebody of another organisation; {@code own-account}
     */
    void disable(Caller caller, UUID id) {
        UUID organisation = administration.require(caller, AccountAction.PERSON_DISABLED, ResourceRef.person(id));
        if (!invitations.withdraw(caller, organisation, id)) {
            accounts.disableColleague(caller, organisation, id);
        }
    }
}
