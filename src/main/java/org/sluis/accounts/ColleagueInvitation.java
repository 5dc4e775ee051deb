package org.sluis.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom an administrator of an organisation has invited, as that administrator wrote it down. It says the same whether
 * an account was made or the address has one already, and it is over when the one who was invited signs in.
 */
@Entity
@Table(name = "colleague_invitation")
@SuppressWarnings("UnusedVariable") // who has invited is for those who look into the database
class ColleagueInvitation {

    @Id
    private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String email;

    @Column(name = "job_function", updatable = false)
    private @Nullable String function;

    @Column(name = "invited_by", updatable = false)
    private UUID invitedBy;

    @Column(name = "withdrawn_by", insertable = false)
    private @Nullable UUID withdrawnBy;

    @Column(name = "withdrawn_at", insertable = false)
    private @Nullable Instant withdrawnAt;

    @Column(insertable = false)
    private boolean shutting;

    @SuppressWarnings("NullAway.Init")
    protected ColleagueInvitation() {}

    /** @param person whom it makes */
    @SuppressWarnings("NullAway.Init")
    ColleagueInvitation(UUID person, UUID organisation, Invitation invitation, UUID by) {
        this.id = person;
        this.organisationId = organisation;
        this.name = invitation.labels().name();
        this.email = invitation.labels().email();
        this.function = invitation.profile().function().orElse(null);
        this.invitedBy = by;
    }

    /** The same for the identifier by which the person is known. */
    ColleagueInvitation of(UUID person) {
        ColleagueInvitation known = new ColleagueInvitation();
        known.id = person;
        known.organisationId = organisationId;
        known.name = name;
        known.email = email;
        known.function = function;
        known.invitedBy = invitedBy;
        return known;
    }

    /** It lets nobody in any more, and the account it has made is to be shut. */
    void withdraw(UUID by) {
        if (isWithdrawn()) {
            return;
        }
        this.withdrawnBy = by;
        this.withdrawnAt = Instant.now();
        this.shutting = true;
    }

    /** The account is being shut, or there is none. */
    void shut() {
        this.shutting = false;
    }

    /** An administrator lets in whom it made. */
    void reopen() {
        this.withdrawnBy = null;
        this.withdrawnAt = null;
        this.shutting = false;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    boolean isShutting() {
        return shutting;
    }

    /** Who has withdrawn it. */
    Optional<UUID> withdrawnBy() {
        return Optional.ofNullable(withdrawnBy);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    Optional<String> function() {
        return Optional.ofNullable(function);
    }
}
