package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.audit.Act;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Sha256;
import org.sluis.platform.persistence.Row;

/**
 * Releases recalled content that two administrators hold for harmless: one proposes and says why, another consents.
 * Neither can alone, and the database knows it too. What is released is scanned again next.
 */
@ApplicationScoped
public class Reinstatements {

    private static final String COVERED = """
            select exists (select from reinstatement
                           where sha256 = ?1 and signature = ?2 and consented_at is not null)
            """;

    private static final String OPEN = """
            select count(r) from Reinstatement r
            where r.versionId = :version and r.consentedAt is null and r.declinedAt is null
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Quarantine quarantine;

    @Inject
    RescanQueue rescans;

    @Inject
    Trail trail;

    /** Whether two administrators have found that a signature is wrong about these bytes. */
    boolean cover(Sha256 bytes, String signature) {
        return Row.of(entities.createNativeQuery(COVERED)
                        .setParameter(1, bytes.hex())
                        .setParameter(2, signature)
                        .getSingleResult())
                .flag(0);
    }

    /**
     * @return the identifier of the proposal
     * @throws ProblemException {@code not-found}; {@code conflict} for what is not recalled, was discarded, or has a
     *     proposal already
     */
    @Transactional
    public UUID propose(Caller administrator, UUID versionId, Reason reason) {
        DocumentVersion version = quarantine.locked(administrator, versionId, Act.REINSTATEMENT_PROPOSED);
        String signature = disputable(version);
        if (isProposed(versionId)) {
            throw new ProblemException(Problem.CONFLICT);
        }
        Reinstatement proposal = new Reinstatement(version, signature, reason.text(), administrator.personId());
        entities.persist(proposal);
        tell(administrator, Act.REINSTATEMENT_PROPOSED, version, proposal);
        return proposal.id();
    }

    /**
     * Releases the version, by the second administrator.
     *
     * @throws ProblemException {@code not-found}; {@code own-proposal} for the one who proposed it; {@code conflict} where
     *     the proposal is answered or overtaken
     */
    @Transactional
    public void consent(Caller administrator, UUID versionId, UUID proposalId) {
        DocumentVersion version = quarantine.locked(administrator, versionId, Act.DOCUMENT_REINSTATED);
        Reinstatement proposal = proposal(versionId, proposalId);
        if (!disputable(version).equals(proposal.signature())) {
            throw new ProblemException(Problem.CONFLICT);
        }
        consent(administrator, version, proposal);
        entities.flush();
        version.reinstate();
        entities.flush();
        entities.find(Document.class, version.documentId(), LockModeType.PESSIMISTIC_WRITE)
                .reinstated(version.number());
        rescans.add(versionId);
        tell(administrator, Act.DOCUMENT_REINSTATED, version, proposal);
    }

    /** One's own proposal is an attempt that the trail keeps. */
    private void consent(Caller administrator, DocumentVersion version, Reinstatement proposal) {
        try {
            proposal.consent(administrator.personId());
        } catch (ProblemException refused) {
            trail.denied(administrator, Act.DOCUMENT_REINSTATED, ResourceRef.document(version.documentId()));
            throw refused;
        }
    }

    /** @throws ProblemException {@code not-found}; {@code conflict} where the proposal is answered */
    @Transactional
    public void decline(Caller administrator, UUID versionId, UUID proposalId) {
        DocumentVersion version = quarantine.locked(administrator, versionId, Act.REINSTATEMENT_DECLINED);
        Reinstatement proposal = proposal(versionId, proposalId);
        proposal.decline(administrator.personId());
        tell(administrator, Act.REINSTATEMENT_DECLINED, version, proposal);
    }

    private static String disputable(DocumentVersion version) {
        return version.disputableSignature().orElseThrow(() -> new ProblemException(Problem.CONFLICT));
    }

    private boolean isProposed(UUID versionId) {
        return entities.createQuery(OPEN, Long.class)
                        .setParameter("version", versionId)
                        .getSingleResult()
                > 0;
    }

    private Reinstatement proposal(UUID versionId, UUID proposalId) {
        return Optional.ofNullable(entities.find(Reinstatement.class, proposalId))
                .filter(found -> found.versionId().equals(versionId))
                .orElseThrow(ProblemException::notFound);
    }

    private void tell(Caller administrator, Act act, DocumentVersion version, Reinstatement proposal) {
        trail.done(
                administrator,
                act,
                ResourceRef.document(version.documentId()),
                Map.of(
                        "version", version.number(),
                        "proposal", proposal.id(),
                        "signature", proposal.signature(),
                        "reason", proposal.reason()));
    }
}
