package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.Identity;

/**
 * New people: account, roles, row and entry in the trail, and last the mail, which cannot be taken back. Whatever fails,
 * the transaction takes back the row and {@link Compensation} the account.
 */
@ApplicationScoped
class Invitations {

    private static final String INVITED = "person-invited";

    @Inject
    Settings settings;

    @Inject
    Directory directory;

    @Inject
    Compensation compensation;

    @Inject
    Persons persons;

    @Inject
    AdministrativeActs acts;

    /**
     * @return the new person's identifier
     * @throws ProblemException {@code role-missing}, {@code invalid-member}, {@code account-exists},
     *     {@code directory-away}
     */
    @Transactional
    public UUID invite(Caller administrator, Invitation invitation) {
        acts.require(administrator, INVITED, ResourceRef.every("person"));
        return carryOut(administrator, invitation);
    }

    /** The same for a colleague of {@code member}, who was found to administer the organisation. */
    @Transactional
    public UUID inviteColleague(Caller member, Invitation invitation) {
        return carryOut(member, invitation);
    }

    /** Writes once more to somebody whose invitation was lost or is too old. */
    @Transactional
    public void repeat(Caller administrator, UUID id) {
        acts.require(administrator, "person-invited-again", AdministrativeActs.person(id));
        Person person = persons.lockedWithAccount(id);
        acts.done(administrator, "person-invited-again", AdministrativeActs.person(id), Map.of());
        directory.invite(person.subject());
    }

    private UUID carryOut(Caller caller, Invitation invitation) {
        @Nullable
        Organisation organisation =
                invitation.organisation().map(persons::named).orElse(null);
        String subject = directory.create(
                invitation.labels(), Optional.ofNullable(organisation).map(Organisation::realmKey));
        compensation.unlessCommitted(() -> directory.remove(subject));
        directory.assign(subject, invitation.roles());
        Person person = new Person(
                identity(subject, invitation), invitation.organisation().orElse(null));
        person.describe(invitation.profile());
        persons.enter(person);
        acts.done(
                caller,
                INVITED,
                AdministrativeActs.person(person.id()),
                Map.of(
                        "roles",
                        invitation.roles().stream().map(Role::claim).sorted().collect(Collectors.joining(",")),
                        "organisation",
                        invitation.organisation().map(UUID::toString).orElse("")));
        directory.invite(subject);
        return person.id();
    }

    private Identity identity(String subject, Invitation invitation) {
        AccountLabels labels = invitation.labels();
        return new Identity(
                settings.oidc().issuer().toString(),
                subject,
                labels.name(),
                Optional.of(labels.email()),
                labels.language(),
                Optional.empty(),
                invitation.roles());
    }
}
