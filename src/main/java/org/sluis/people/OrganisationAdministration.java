package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.platform.config.Settings;

/** Which organisation somebody administers for it: what counts is the row of the moment, not what a page showed before. */
@ApplicationScoped
public class OrganisationAdministration {

    @Inject
    Settings settings;

    @Inject
    Persons persons;

    @Inject
    PeopleTrail trail;

    /** @throws ProblemException {@code not-found} unless {@code caller} administers the own organisation */
    @Transactional
    public UUID require(Caller caller, AuditAction action, ResourceRef on) {
        return of(caller).orElseThrow(() -> {
            trail.refused(caller, action, on);
            return ProblemException.notFound();
        });
    }

    @Transactional
    public Optional<UUID> of(Caller caller) {
        if (!settings.directory().colleagues() || !caller.is(Role.CLIENT)) {
            return Optional.empty();
        }
        return Optional.of(persons.existing(caller.personId()))
                .filter(Person::administersOrganisation)
                .flatMap(Person::organisationId);
    }
}
