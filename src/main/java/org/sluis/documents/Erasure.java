package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.Access;
import org.sluis.access.Grants;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.rest.EntityTags;

/**
 * Erases documents: with the transaction they are gone for everybody, their grants are history and their keys are
 * destroyed, which makes the bytes unreadable in every copy. {@link BlobRemoval} frees the room they take.
 */
@ApplicationScoped
public class Erasure {

    private static final String VERSIONS =
            "select v from DocumentVersion v where v.documentId = :document order by v.number";

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    Grants grants;

    @Inject
    DeletionGuards guards;

    @Inject
    BlobRemoval removal;

    @Inject
    Trail trail;

    /** The same without a reason that is kept. */
    @Transactional
    public void erase(Caller administrator, UUID documentId, Optional<EntityTags> expected) {
        erase(administrator, documentId, expected, Optional.empty());
    }

    /**
     * @param expected the states the document may be erased in; any where absent
     * @param reason why, for the trail
     * @throws ProblemException {@code not-found}, {@code stale}, or {@code held} where a guard objects
     */
    @Transactional
    public void erase(Caller administrator, UUID documentId, Optional<EntityTags> expected, Optional<String> reason) {
        access.requireVisible(administrator, documentId, DocumentAction.DOCUMENT_ERASED);
        // Versions before their document, as a verdict locks them; then once more for one that came in between.
        locked(documentId);
        Document document = entities.find(Document.class, documentId, LockModeType.PESSIMISTIC_WRITE);
        if (document.state() == DocumentState.ERASED) {
            throw ProblemException.notFound();
        }
        if (expected.filter(tags -> !tags.nameStrongly(document.entityTag())).isPresent()) {
            throw new ProblemException(Problem.STALE);
        }
        if (guards.hold(documentId)) {
            trail.denied(administrator, DocumentAction.DOCUMENT_ERASED, ResourceRef.document(documentId));
            throw new ProblemException(Problem.HELD);
        }
        List<DocumentVersion> versions = locked(documentId);
        versions.forEach(version -> {
            version.erase();
            removal.order(version.blobId());
        });
        document.erase();
        grants.endAll(administrator, documentId);
        trail.done(
                administrator,
                DocumentAction.DOCUMENT_ERASED,
                ResourceRef.document(documentId),
                new DocumentFacts.Erased(versions.size(), reason));
    }

    private List<DocumentVersion> locked(UUID documentId) {
        return entities.createQuery(VERSIONS, DocumentVersion.class)
                .setParameter("document", documentId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
