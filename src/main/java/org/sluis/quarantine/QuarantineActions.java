package org.sluis.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.sluis.audit.Trail;
import org.sluis.documents.DeletionGuards;
import org.sluis.documents.Document;
import org.sluis.documents.DocumentState;
import org.sluis.documents.DocumentVersion;
import org.sluis.documents.RemovalOrders;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.config.Settings;

/** What one administrator alone may do with a version on the quarantine desk: have it checked now, or give it up. */
@ApplicationScoped
public class QuarantineActions {

    /** What is due sooner than a lease ends may be in work, or is due soon anyway. */
    private static final String HASTEN = """
            update document_version set next_attempt_at = clock_timestamp()
            where id = cast(?1 as uuid) and next_attempt_at > cast(?2 as timestamptz)
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Quarantine quarantine;

    @Inject
    SecondLooks looks;

    @Inject
    DeletionGuards guards;

    @Inject
    RemovalOrders removals;

    @Inject
    Settings settings;

    @Inject
    Trail trail;

    /**
     * Has a waiting version checked now.
     *
     * @throws ProblemException {@code not-found}; {@code conflict} for what does not wait any more
     */
    @Transactional
    public void retry(Caller administrator, UUID versionId) {
        DocumentVersion version = quarantine.locked(administrator, versionId, QuarantineAction.CHECK_HASTENED);
        if (version.state() != DocumentState.CHECKING) {
            throw new ProblemException(Problem.CONFLICT);
        }
        Instant leaseEnd = Instant.now().plus(settings.intake().lease());
        entities.createNativeQuery(HASTEN)
                .setParameter(1, versionId.toString())
                .setParameter(2, leaseEnd.toString())
                .executeUpdate();
        done(administrator, QuarantineAction.CHECK_HASTENED, version);
    }

    /**
     * Gives up what waits, is kept sealed or was recalled: the key of its bytes is destroyed.
     *
     * @throws ProblemException {@code not-found}; {@code held}; {@code conflict} where there is no content to give up, or its
     *     sender waits for an answer
     */
    @Transactional
    public void discard(Caller administrator, UUID versionId) {
        DocumentVersion version = quarantine.locked(administrator, versionId, QuarantineAction.CONTENT_DISCARDED);
        if (guards.hold(version.documentId())) {
            trail.denied(administrator, QuarantineAction.CONTENT_DISCARDED, ResourceRef.document(version.documentId()));
            throw new ProblemException(Problem.HELD);
        }
        if (looks.open(versionId).isPresent() || !version.discard()) {
            throw new ProblemException(Problem.CONFLICT);
        }
        entities.flush();
        entities.find(Document.class, version.documentId(), LockModeType.PESSIMISTIC_WRITE)
                .rejected(version.number());
        removals.add(version.blobId());
        done(administrator, QuarantineAction.CONTENT_DISCARDED, version);
    }

    private void done(Caller administrator, QuarantineAction action, DocumentVersion version) {
        trail.done(
                administrator,
                action,
                ResourceRef.document(version.documentId()),
                new QuarantineFacts.Disposed(version.number(), version.state()));
    }
}
