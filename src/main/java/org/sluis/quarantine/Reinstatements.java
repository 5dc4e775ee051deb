package org.sluis.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.accounts.SecondAdministrator;
import org.sluis.audit.Trail;
import org.sluis.documents.Dispute;
import org.sluis.documents.Document;
import org.sluis.documents.DocumentState;
import org.sluis.documents.DocumentVersion;
import org.sluis.inspection.parsing.Lift;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Sha256;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;

/**
 * Releases recalled content, and lifts rules for refused content, that two administrators hold for harmless: one proposes and
 * says why, another consents. Neither can alone, and nobody for what they sent in; the database knows it too. What is
 * released is scanned again next; that for which a rule is lifted goes through the whole gate again, but for that rule.
 */
@ApplicationScoped
public class Reinstatements {

    private static final String COVERING = """
            select count(r) from Reinstatement r
            where r.sha256 = :bytes and r.signature = :signature and r.consentedAt is not null
            """;

    private static final String LIFTED = """
            select r from Reinstatement r
            where r.versionId = :version and r.rule is not null and r.consentedAt is not null
            order by r.consentedAt
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
    SecondLooks looks;

    @Inject
    SecondAdministrator second;

    @Inject
    Trail trail;

    @Inject
    Event<LiftProposed> proposed;

    /** Whether two administrators have found that a signature is wrong about these bytes. */
    boolean cover(Sha256 bytes, String signature) {
        return entities.createQuery(COVERING, Long.class)
                        .setParameter("bytes", bytes.hex())
                        .setParameter("signature", signature)
                        .getSingleResult()
                > 0;
    }

    /** Which rules two administrators have lifted for a version. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public List<Lift> lifted(UUID versionId) {
        return entities.createQuery(LIFTED, Reinstatement.class)
                .setParameter("version", versionId)
                .setMaxResults(Lift.MOST)
                .getResultStream()
                .flatMap(consented -> consented.dispute().flatMap(Dispute::lift).stream())
                .toList();
    }

    /**
     * @return the identifier of the proposal
     * @throws ProblemException {@code not-found}; {@code own-upload}; {@code conflict} for what is neither recalled nor
     *     waits for a second look, was discarded, or has a proposal already
     */
    @Transactional
    public UUID propose(Caller administrator, UUID versionId, Reason reason) {
        DocumentVersion version = quarantine.locked(administrator, versionId, QuarantineAction.REINSTATEMENT_PROPOSED);
        Dispute dispute = dispute(version);
        if (isProposed(versionId)) {
            throw new ProblemException(Problem.CONFLICT);
        }
        looks.requireAnother(administrator, version, QuarantineAction.REINSTATEMENT_PROPOSED);
        Reinstatement proposal = new Reinstatement(version, dispute, reason.text(), administrator.personId());
        if (dispute.lift().isPresent()) {
            requireLookedFor(version);
            proposed.fire(new LiftProposed(version.documentId(), version.uploaderId(), administrator.personId()));
        }
        entities.persist(proposal);
        tell(administrator, QuarantineAction.REINSTATEMENT_PROPOSED, version, proposal);
        return proposal.id();
    }

    /**
     * Releases the version, or has it checked without the rule, by the second administrator.
     *
     * @throws ProblemException {@code not-found}; {@code own-proposal} for the one who proposed it, {@code
     *     not-independent} for one of whom that one has invited, or changed the account, lately, and the other way round, {@code
     *     own-upload} for the one who sent it in; {@code conflict} where the proposal is answered or overtaken
     * @return what became of the version: available again, or back in its checks
     */
    @Transactional
    public DocumentState consent(Caller administrator, UUID versionId, UUID proposalId) {
        DocumentVersion version = quarantine.locked(administrator, versionId, QuarantineAction.DOCUMENT_REINSTATED);
        Reinstatement proposal = proposal(versionId, proposalId);
        Dispute dispute = dispute(version);
        if (!proposal.dispute().filter(dispute::equals).isPresent()) {
            throw new ProblemException(Problem.CONFLICT);
        }
        QuarantineAction action =
                dispute.lift().isPresent() ? QuarantineAction.RULE_LIFTED : QuarantineAction.DOCUMENT_REINSTATED;
        looks.requireAnother(administrator, version, action);
        if (dispute.lift().isPresent()) {
            requireLookedFor(version);
        }
        consent(administrator, version, proposal, action);
        entities.flush();
        if (dispute.lift().isPresent()) {
            lift(administrator, version);
        } else {
            reinstate(version);
        }
        tell(administrator, action, version, proposal);
        return version.state();
    }

    private void reinstate(DocumentVersion version) {
        version.reinstate();
        entities.flush();
        document(version).reinstated(version.number());
        rescans.add(version.id());
    }

    private void lift(Caller administrator, DocumentVersion version) {
        version.reopen();
        entities.flush();
        document(version).reopened(version.number());
        looks.lifted(administrator, version);
    }

    private Document document(DocumentVersion version) {
        return entities.find(Document.class, version.documentId(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Nobody lifts a rule unasked. */
    private void requireLookedFor(DocumentVersion version) {
        if (looks.open(version.id()).isEmpty()) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    /** One's own proposal, or that of somebody behind whose account one may be, is an attempt that the trail keeps. */
    private void consent(
            Caller administrator, DocumentVersion version, Reinstatement proposal, QuarantineAction action) {
        try {
            second.requireIndependent(proposal.proposedBy(), administrator.personId());
            proposal.consent(administrator.personId());
        } catch (ProblemException refused) {
            trail.denied(administrator, action, ResourceRef.document(version.documentId()));
            throw refused;
        }
    }

    /** @throws ProblemException {@code not-found}; {@code conflict} where the proposal is answered */
    @Transactional
    public void decline(Caller administrator, UUID versionId, UUID proposalId) {
        DocumentVersion version = quarantine.locked(administrator, versionId, QuarantineAction.REINSTATEMENT_DECLINED);
        Reinstatement proposal = proposal(versionId, proposalId);
        proposal.decline(administrator.personId());
        tell(administrator, QuarantineAction.REINSTATEMENT_DECLINED, version, proposal);
    }

    private static Dispute dispute(DocumentVersion version) {
        return version.dispute().orElseThrow(() -> new ProblemException(Problem.CONFLICT));
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

    private void tell(Caller administrator, QuarantineAction action, DocumentVersion version, Reinstatement proposal) {
        Optional<Dispute> dispute = proposal.dispute();
        trail.done(
                administrator,
                action,
                ResourceRef.document(version.documentId()),
                new QuarantineFacts.Reinstatement(
                        version.number(),
                        proposal.id(),
                        dispute.flatMap(Dispute::signature),
                        dispute.flatMap(Dispute::rule),
                        dispute.flatMap(Dispute::member),
                        proposal.reason()));
    }
}
