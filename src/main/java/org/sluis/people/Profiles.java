package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.security.Liveness;

/** What is kept of one person: read by those who oversee and by the person, changed by administrators (promise B9). */
@ApplicationScoped
class Profiles {

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

    /** @throws ProblemException {@code not-found} */
    @Transactional
    public Snapshot read(Caller overseer, UUID id) {
        acts.requireOverseer(overseer, "person-viewed", AdministrativeActs.person(id));
        PersonDetail detail = persons.detail(persons.existing(id));
        acts.done(overseer, "person-viewed", AdministrativeActs.person(id), Map.of());
        return Snapshot.of(detail, detail.readers(overseer));
    }

    /** What is kept of the caller. */
    @Transactional
    public Snapshot own(Caller caller) {
        PersonDetail detail = persons.detail(persons.existing(caller.personId()));
        return Snapshot.of(detail, detail.readers(caller));
    }

    /**
     * @param expected the states the change may be made to
     * @throws ProblemException {@code not-found}, {@code precondition-required}, {@code stale}, {@code invalid-member},
     *     {@code account-missing}, {@code account-exists}, {@code directory-away}
     */
    @Transactional
    public Snapshot amend(Caller administrator, UUID id, PersonRequest request, Optional<EntityTags> expected) {
        acts.require(administrator, "person-amended", AdministrativeActs.person(id));
        Person person = persons.locked(id);
        Optional<Organisation> organisation = persons.organisation(person);
        Snapshot.requireCurrent(PersonDetail.of(person, organisation.orElse(null)), expected);
        PersonProfile profile = request.over(person.profile());
        requireFits(profile, organisation);
        person.describe(profile);
        persons.write();
        acts.done(
                administrator,
                "person-amended",
                AdministrativeActs.person(id),
                Map.of("members", MergePatch.sent(request)));
        if (request.namesLabels()) {
            rename(person, request);
        }
        persons.write();
        PersonDetail detail = persons.detail(person);
        return Snapshot.of(detail, detail.readers(administrator));
    }

    private void rename(Person person, PersonRequest request) {
        Account account = Optional.of(person)
                .filter(persons::isOurs)
                .flatMap(ours -> directory.find(ours.subject()))
                .orElseThrow(() -> new ProblemException(Problem.ACCOUNT_MISSING));
        AccountLabels labels = request.over(account.labels());
        if (!labels.equals(account.labels())) {
            compensation.unlessCommitted(directory.rename(person.subject(), labels));
            liveness.doubtAccount(person.subject());
        }
        person.rename(labels);
    }

    /** More is kept only of those it is needed of. */
    private static void requireFits(PersonProfile profile, Optional<Organisation> organisation) {
        if (profile.saysWhatRentalNeeds()
                && !organisation.map(Organisation::isRental).orElse(false)) {
            throw ProblemException.invalid(firstOf(profile), "rental");
        }
        if (profile.saysMembership() && organisation.isEmpty()) {
            throw ProblemException.invalid(
                    profile.organisationAdministrator() ? "organisationAdministrator" : "contactRoles", "organisation");
        }
    }

    private static String firstOf(PersonProfile profile) {
        if (profile.birthDate().isPresent()) {
            return "birthDate";
        }
        return profile.licencePlate().isPresent() ? "licencePlate" : "trainingCertificate";
    }
}
