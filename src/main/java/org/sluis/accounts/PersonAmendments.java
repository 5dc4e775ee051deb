package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.people.AccountLabels;
import org.sluis.people.Organisation;
import org.sluis.people.PeopleFacts;
import org.sluis.people.PeopleTrail;
import org.sluis.people.Person;
import org.sluis.people.PersonDetail;
import org.sluis.people.PersonProfile;
import org.sluis.people.PersonRequest;
import org.sluis.people.Persons;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.rest.MergePatch;
import org.sluis.platform.rest.Snapshot;

/** Changes of what is kept of a person, as far as they happen in the portal alone. */
@ApplicationScoped
class PersonAmendments {

    private static final AccountAction AMENDED = AccountAction.PERSON_AMENDED;

    @Inject
    Persons persons;

    @Inject
    AccountChanges changes;

    @Inject
    PeopleTrail trail;

    /** The subject of the account that is to be changed with it. */
    @Transactional
    public String subject(Caller administrator, UUID id) {
        trail.require(administrator, AMENDED, ResourceRef.person(id));
        return persons.withAccount(id).subject();
    }

    /**
     * Makes the change where the account stays as it is, or waits for a second administrator; otherwise enters what becomes
     * of the account, and {@link #describe} makes the rest of the change together with that.
     *
     * @param now what the account is called, where names, address or language were sent
     * @return what becomes of the account
     */
    @Transactional
    public Optional<AccountChange> order(
            Caller administrator,
            UUID id,
            PersonRequest request,
            Optional<EntityTags> expected,
            Optional<AccountLabels> now) {
        trail.require(administrator, AMENDED, ResourceRef.person(id));
        Person person = persons.locked(id);
        Snapshot.requireCurrent(persons.detail(person), expected);
        requireFits(request.over(persons.profile(person)), persons.organisation(person));
        Optional<AccountChange> change = now.flatMap(labels -> renamed(administrator, person, labels, request));
        if (change.filter(entered -> !entered.isProposed()).isEmpty()) {
            describe(administrator, person, request);
        }
        return change;
    }

    /** Everything but the account. */
    @Transactional(TxType.MANDATORY)
    public void describe(Caller administrator, Person person, PersonRequest request) {
        PersonProfile profile = request.over(persons.profile(person));
        requireFits(profile, persons.organisation(person));
        persons.describe(person, profile);
        persons.write();
        trail.done(
                administrator,
                AMENDED,
                ResourceRef.person(person.id()),
                new PeopleFacts.Amended(MergePatch.sent(request)));
    }

    /** What is kept now. */
    @Transactional
    public Snapshot amended(Caller administrator, UUID id) {
        PersonDetail detail = persons.detail(persons.existing(id));
        return Snapshot.of(detail, detail.readers(administrator));
    }

    private Optional<AccountChange> renamed(
            Caller administrator, Person person, AccountLabels now, PersonRequest request) {
        AccountLabels then = request.over(now);
        if (then.equals(now)) {
            person.rename(then);
            return Optional.empty();
        }
        ChangeKind kind = then.email().equals(now.email()) ? ChangeKind.NAMES : ChangeKind.ADDRESS;
        return Optional.of(changes.entered(administrator, kind, person, WantedAccount.between(now, then)));
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
