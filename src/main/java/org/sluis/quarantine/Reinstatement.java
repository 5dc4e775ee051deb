package org.sluis.quarantine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.documents.Dispute;
import org.sluis.documents.DocumentVersion;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * One administrator's proposal to release a recalled version, or to lift the rule that refused one, and another's answer.
 * With the consent the signature, or the rule at that member, no longer counts against these bytes; any other still does.
 */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
class Reinstatement {

    @Id
    private UUID id;

    @Column(name = "version_id")
    private UUID versionId;

    private String sha256;
    private @Nullable String signature;
    private @Nullable String rule;
    private @Nullable String member;
    private String reason;

    @Column(name = "proposed_by")
    private UUID proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "consented_by")
    private @Nullable UUID consentedBy;

    @Column(name = "consented_at")
    private @Nullable Instant consentedAt;

    @Column(name = "declined_by")
    private @Nullable UUID declinedBy;

    @Column(name = "declined_at")
    private @Nullable Instant declinedAt;

    @SuppressWarnings("NullAway.Init")
    protected Reinstatement() {}

    Reinstatement(DocumentVersion version, Dispute dispute, String reason, UUID administrator) {
        this.id = Ids.next();
        this.versionId = version.id();
        this.sha256 = version.sha256().hex();
        this.signature = dispute.signature().orElse(null);
        this.rule = dispute.rule().orElse(null);
        this.member = dispute.member().orElse(null);
        this.reason = reason;
        this.proposedBy = administrator;
        this.proposedAt = Instant.now();
    }

    /** @throws ProblemException {@code own-proposal} for the one who proposed it, {@code conflict} once answered */
    void consent(UUID administrator) {
        requireOpen();
        if (administrator.equals(proposedBy)) {
            throw new ProblemException(Problem.OWN_PROPOSAL);
        }
        consentedBy = administrator;
        consentedAt = Instant.now();
    }

    /**
     * The proposer thinks again, or another says no.
     *
     * @throws ProblemException {@code conflict} once answered
     */
    void decline(UUID administrator) {
        requireOpen();
        declinedBy = administrator;
        declinedAt = Instant.now();
    }

    private void requireOpen() {
        if (consentedAt != null || declinedAt != null) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    UUID id() {
        return id;
    }

    UUID versionId() {
        return versionId;
    }

    /** What it speaks against; none where the rule is not known any more. */
    Optional<Dispute> dispute() {
        return Dispute.of(Optional.ofNullable(signature), Optional.ofNullable(rule), Optional.ofNullable(member));
    }

    UUID proposedBy() {
        return proposedBy;
    }

    String reason() {
        return reason;
    }
}
