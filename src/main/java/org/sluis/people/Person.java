package org.sluis.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.platform.security.Identity;

/**
 * Somebody who signs in. Issuer and subject of the account identify the person for ever; name, address and language
 * follow the account at each change (promise B9).
 */
@Entity
@SuppressWarnings("UnusedVariable") // issuer, subject, language and roles are read by queries
class Person {

    private static final Set<Role> EMPLOYEES = Set.of(Role.INSPECTOR, Role.ADMIN, Role.DPO);

    @Id
    private UUID id;

    private String issuer;
    private String subject;
    private String name;
    private @Nullable String email;
    private String language;
    private boolean employee;
    private String roles;

    @Column(name = "organisation_id")
    private @Nullable UUID organisationId;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    @SuppressWarnings("NullAway.Init")
    Person(Identity identity, @Nullable UUID organisationId) {
        this.id = Ids.next();
        this.issuer = identity.issuer();
        this.subject = identity.subject();
        follow(identity, organisationId);
    }

    /** Takes over what the account says now; nothing is written where nothing changed. */
    void follow(Identity identity, @Nullable UUID organisation) {
        this.name = identity.name();
        this.email = identity.email().orElse(null);
        this.language = identity.language().getLanguage();
        this.employee = identity.roles().stream().anyMatch(EMPLOYEES::contains);
        this.roles = identity.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        this.organisationId = organisation;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Optional<String> email() {
        return Optional.ofNullable(email);
    }

    Optional<UUID> organisationId() {
        return Optional.ofNullable(organisationId);
    }

    PersonSummary summary() {
        return new PersonSummary(id, name, email(), employee, organisationId());
    }
}
