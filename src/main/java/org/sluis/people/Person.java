package org.sluis.people;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Role;
import org.sluis.platform.security.Identity;

/**
 * Somebody who signs in, or was invited to. Issuer and subject of the account identify the person from the first sign-in on; name,
 * address and language follow the account at each change; the profile is the portal's own (promise B9).
 */
@Entity
public class Person {

    /** What an identifier of an account of the realm never begins with. */
    private static final String SUPERSEDED = "superseded-";

    /** Clocks of several nodes differ by less. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private static final Set<Role> EMPLOYEES = Set.of(Role.INSPECTOR, Role.ADMIN, Role.DPO);

    @Id
    private UUID id;

    private String issuer;
    private String subject;
    private String name;
    private @Nullable String email;
    private String language;

    @Column(name = "chosen_language")
    private @Nullable String chosenLanguage;

    private boolean employee;
    private boolean active = true;

    private String roles;

    @Column(name = "organisation_id")
    private @Nullable UUID organisationId;

    private @Nullable String title;

    @Column(name = "job_function")
    private @Nullable String function;

    private @Nullable String phone;
    private @Nullable String mobile;

    @Column(name = "contact_roles")
    @Convert(converter = ContactRolesConverter.class)
    private Set<ContactRole> contactRoles = Set.of();

    @Column(name = "organisation_administrator")
    private boolean organisationAdministrator;

    @Column(name = "account_changed_at")
    private @Nullable Instant accountChangedAt;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    @SuppressWarnings("NullAway.Init")
    public Person(UUID id, Identity identity, @Nullable UUID organisationId) {
        this.id = id;
        this.issuer = identity.issuer();
        this.subject = identity.subject();
        follow(identity, organisationId);
    }

    /**
     * Takes over what the account says; what it said before an administrator changed it is not followed. An address that
     * nobody has verified says nothing, and the one that is known stays.
     */
    void follow(Identity identity, @Nullable UUID organisation) {
        if (accountChangedAt != null && !identity.asOf().isAfter(accountChangedAt.plus(CLOCKS))) {
            return;
        }
        this.name = identity.name();
        identity.email().ifPresent(verified -> this.email = verified);
        speak(identity.language());
        takeRoles(identity.roles());
        this.organisationId = organisation;
    }

    /** Whether there is nothing to take over. */
    boolean isAs(Identity identity, @Nullable UUID organisation) {
        return name.equals(identity.name())
                && identity.email().map(address -> address.equals(email)).orElse(true)
                && language.equals(identity.language().getLanguage())
                && roles.equals(RoleColumn.names(identity.roles()))
                && Objects.equals(organisationId, organisation);
    }

    /** The portal itself has changed the account: what the realm said until now is over. */
    public void accountChanged(Instant moment) {
        this.accountChangedAt = moment;
    }

    /** Whether whoever has these roles works for the certification body. */
    public static boolean areEmployees(Set<Role> roles) {
        return roles.stream().anyMatch(EMPLOYEES::contains);
    }

    /** The account turns out to be somebody else's whom the portal knew before. */
    public void isSuperseded() {
        this.subject = SUPERSEDED + id;
        this.email = null;
        this.active = false;
    }

    /** The account was made anew before anybody had signed in with it. */
    public void takeAccount(String renewed) {
        this.subject = renewed;
    }

    /** Takes over what the portal has just told the account. */
    public void rename(AccountLabels labels) {
        this.name = labels.name();
        this.email = labels.email();
        speak(labels.language());
    }

    /** The last word counts: when the account comes to speak another language, what the person chose before is over. */
    private void speak(Locale ofAccount) {
        String told = ofAccount.getLanguage();
        if (!told.equals(language)) {
            this.language = told;
            this.chosenLanguage = null;
        }
    }

    /** The roles the account has now; they are kept as last seen, for when nobody can be asked. */
    public void takeRoles(Set<Role> roles) {
        this.employee = areEmployees(roles);
        this.roles = RoleColumn.names(roles);
    }

    /** As last seen. */
    public Set<Role> roles() {
        return RoleColumn.roles(roles);
    }

    /** Shuts the person out; what they may see ends with it. */
    public void shutOut() {
        this.active = false;
    }

    public void letIn() {
        this.active = true;
    }

    /** What was known of an earlier membership ends with it. */
    public void joins(@Nullable UUID organisation) {
        this.organisationId = organisation;
    }

    /** But for what is kept apart; {@link Persons#describe} keeps that as well. */
    public void describe(PersonProfile profile) {
        this.title = profile.title().orElse(null);
        this.function = profile.function().orElse(null);
        this.phone = profile.phone().orElse(null);
        this.mobile = profile.mobile().orElse(null);
        this.contactRoles = profile.contactRoles();
        this.organisationAdministrator = profile.organisationAdministrator();
    }

    /** Without what only rental companies' members are asked for; {@link Persons#profile} has that as well. */
    public PersonProfile profile() {
        return new PersonProfile(
                Optional.ofNullable(title),
                Optional.ofNullable(function),
                Optional.ofNullable(phone),
                Optional.ofNullable(mobile),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                contactRoles,
                organisationAdministrator);
    }

    public UUID id() {
        return id;
    }

    String issuer() {
        return issuer;
    }

    public String subject() {
        return subject;
    }

    public String name() {
        return name;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** The one that the person has chosen in the portal, where they did. */
    Optional<Locale> chosenLanguage() {
        return Optional.ofNullable(chosenLanguage).map(Locale::forLanguageTag);
    }

    /** In which the person is spoken to and written to. */
    String language() {
        return chosenLanguage == null ? language : chosenLanguage;
    }

    public boolean isEmployee() {
        return employee;
    }

    public boolean isActive() {
        return active;
    }

    boolean administersOrganisation() {
        return organisationAdministrator;
    }

    public Optional<UUID> organisationId() {
        return Optional.ofNullable(organisationId);
    }
}
