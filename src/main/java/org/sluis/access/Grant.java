package org.sluis.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.people.PrincipalKind;

/**
 * A right on one document, given to one principal for a purpose and, if so wished, a time. Never changed: a new grant
 * replaces it and it moves to the history.
 */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
@Table(name = "document_grant")
class Grant {

    @Id
    private UUID id;

    @Column(name = "principal_id")
    private UUID principalId;

    @Enumerated(EnumType.STRING)
    @Column(name = "principal_kind")
    private PrincipalKind principalKind;

    @Column(name = "document_id")
    private UUID documentId;

    @Enumerated(EnumType.STRING)
    @Column(name = "access_right")
    private Right right;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private @Nullable Instant validUntil;

    private String purpose;

    @Column(name = "granted_by")
    private UUID grantedBy;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @SuppressWarnings("NullAway.Init")
    protected Grant() {}

    UUID id() {
        return id;
    }

    UUID documentId() {
        return documentId;
    }

    UUID principalId() {
        return principalId;
    }

    PrincipalKind principalKind() {
        return principalKind;
    }

    UUID grantedBy() {
        return grantedBy;
    }

    Right right() {
        return right;
    }

    Instant validFrom() {
        return validFrom;
    }

    Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    String purpose() {
        return purpose;
    }

    Instant grantedAt() {
        return grantedAt;
    }

    /** Whether it is in force at that moment. */
    boolean isLive(Instant moment) {
        return !validFrom.isAfter(moment) && (validUntil == null || validUntil.isAfter(moment));
    }
}
