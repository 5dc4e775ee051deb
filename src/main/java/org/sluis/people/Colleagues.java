package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.Concealment;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.Shown;
import org.sluis.platform.web.OwnOrganisation;

/**
 * A client organisation's own hand in who acts for it (promise B7): members whom an administrator has made administrators
 * of their organisation invite and disable colleagues. It gives no right on any document, and for everybody else it does
 * not exist.
 */
@ApplicationScoped
class Colleagues implements OwnOrganisation {

    @Inject
    Settings settings;

    @Inject
    Persons persons;

    @Inject
    Memberships memberships;

    @Inject
    Invitations invitations;

    @Inject
    Accounts accounts;

    @Inject
    AdministrativeActs acts;

    @Override
    @Transactional
    public boolean isAdministeredBy(Caller caller) {
        return administered(caller).isPresent();
    }

    /** @throws ProblemException {@code not-found} unless {@code caller} administers the own organisation */
    @Transactional
    public Page<Shown> list(Caller caller, PageRequest page) {
        UUID organisation = require(caller, "colleagues-listed", ResourceRef.every("person"));
        Page<Person> found = memberships.members(organisation, page);
        acts.done(
                caller,
                "colleagues-listed",
                AdministrativeActs.organisation(organisation),
                Map.of("shown", String.valueOf(found.items().size())));
        return found.map(colleague -> Concealment.shown(ColleagueView.of(colleague), Audience.of(caller)));
    }

    /** @throws ProblemException as {@link #list}, and as {@link Invitations#invite} */
    @Transactional
    public UUID invite(Caller caller, ColleagueRequest request) {
        UUID organisation = require(caller, "person-invited", ResourceRef.every("person"));
        return invitations.inviteColleague(caller, request.invitation(organisation));
    }

    /** @throws ProblemException {@code not-found} also for somebody of another organisation; {@code own-account} */
    @Transactional
    public void disable(Caller caller, UUID id) {
        UUID organisation = require(caller, "person-disabled", AdministrativeActs.person(id));
        boolean colleague = persons.lockedIfShown(id)
                .filter(shown -> !shown.isEmployee())
                .flatMap(Person::organisationId)
                .filter(organisation::equals)
                .isPresent();
        if (!colleague) {
            acts.refused(caller, "person-disabled", AdministrativeActs.person(id));
            throw ProblemException.notFound();
        }
        accounts.disableColleague(caller, id);
    }

    private UUID require(Caller caller, String act, ResourceRef on) {
        return administered(caller).orElseThrow(() -> {
            acts.refused(caller, act, on);
            return ProblemException.notFound();
        });
    }

    /** What counts is the row of the moment, not what a page showed before. */
    private Optional<UUID> administered(Caller caller) {
        if (!settings.directory().colleagues() || !caller.is(Role.CLIENT)) {
            return Optional.empty();
        }
        return Optional.of(persons.existing(caller.personId()))
                .filter(Person::administersOrganisation)
                .flatMap(Person::organisationId);
    }
}
