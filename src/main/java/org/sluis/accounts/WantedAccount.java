package org.sluis.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Role;
import org.sluis.people.AccountLabels;
import org.sluis.people.PersonProfile;
import org.sluis.people.RoleColumn;

/** What a change is to make of an account and its person; what it does not name stays as it is. */
@Embeddable
class WantedAccount {

    @Column(name = "given_name")
    private @Nullable String givenName;

    @Column(name = "family_name")
    private @Nullable String familyName;

    private @Nullable String email;
    private @Nullable String language;
    private @Nullable String title;

    @Column(name = "job_function")
    private @Nullable String function;

    private @Nullable String phone;
    private @Nullable String mobile;
    private @Nullable String roles;

    @Column(name = "organisation_id")
    private @Nullable UUID organisationId;

    /** Nothing else than now. */
    WantedAccount() {}

    static WantedAccount named(AccountLabels labels) {
        WantedAccount wanted = new WantedAccount();
        wanted.givenName = labels.givenName();
        wanted.familyName = labels.familyName();
        wanted.email = labels.email();
        wanted.language = labels.language().getLanguage();
        return wanted;
    }

    /** What differs between the one and the other. */
    static WantedAccount between(AccountLabels now, AccountLabels then) {
        WantedAccount wanted = named(then);
        wanted.givenName = then.givenName().equals(now.givenName()) ? null : then.givenName();
        wanted.familyName = then.familyName().equals(now.familyName()) ? null : then.familyName();
        wanted.email = then.email().equals(now.email()) ? null : then.email();
        wanted.language =
                then.language().equals(now.language()) ? null : then.language().getLanguage();
        return wanted;
    }

    static WantedAccount with(Set<Role> roles) {
        WantedAccount wanted = new WantedAccount();
        wanted.roles = RoleColumn.names(roles);
        return wanted;
    }

    /** An account that is made anew. */
    static WantedAccount at(String address, Set<Role> roles) {
        WantedAccount wanted = with(roles);
        wanted.email = address;
        return wanted;
    }

    /** @param organisation to join or to leave */
    static WantedAccount of(UUID organisation) {
        WantedAccount wanted = new WantedAccount();
        wanted.organisationId = organisation;
        return wanted;
    }

    static WantedAccount invited(Invitation invitation) {
        WantedAccount wanted = named(invitation.labels());
        wanted.roles = RoleColumn.names(invitation.roles());
        wanted.organisationId = invitation.organisation().orElse(null);
        PersonProfile profile = invitation.profile();
        wanted.title = profile.title().orElse(null);
        wanted.function = profile.function().orElse(null);
        wanted.phone = profile.phone().orElse(null);
        wanted.mobile = profile.mobile().orElse(null);
        return wanted;
    }

    /** What may be kept of it when it is over: nothing that names or reaches anybody. */
    WantedAccount withoutPersonalData() {
        WantedAccount kept = new WantedAccount();
        kept.language = language;
        kept.roles = roles;
        kept.organisationId = organisationId;
        return kept;
    }

    AccountLabels over(AccountLabels now) {
        return new AccountLabels(
                Optional.ofNullable(givenName).orElse(now.givenName()),
                Optional.ofNullable(familyName).orElse(now.familyName()),
                email().orElse(now.email()),
                Optional.ofNullable(language).map(Locale::forLanguageTag).orElse(now.language()));
    }

    PersonProfile profile() {
        return new PersonProfile(
                Optional.ofNullable(title),
                Optional.ofNullable(function),
                Optional.ofNullable(phone),
                Optional.ofNullable(mobile),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                false);
    }

    Optional<String> email() {
        return Optional.ofNullable(email);
    }

    Set<Role> roles() {
        return RoleColumn.roles(roles);
    }

    Optional<UUID> organisation() {
        return Optional.ofNullable(organisationId);
    }
}
