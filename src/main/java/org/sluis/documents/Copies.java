package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.Access;
import org.sluis.access.Right;
import org.sluis.audit.Trail;
import org.sluis.blob.StoredBlob;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Removable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;

/**
 * Which refused version a copy can be made of: the newest of its document, refused by a rule whose matter can be left out, as
 * long as its bytes are kept. Its sender alone may ask.
 */
@ApplicationScoped
public class Copies {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    Trail trail;

    @Inject
    Explanations explanations;

    /** A refused version whose bytes are kept, and why it was refused. */
    public record Refused(
            UUID documentId, int number, String fileName, String category, Objection why, StoredBlob blob) {}

    /**
     * @throws ProblemException {@code not-found} where the caller did not send the document, {@code no-copy} where there is
     *     nothing to make a copy of
     */
    @Transactional
    public Refused refused(Caller caller, UUID documentId) {
        access.requireRight(caller, documentId, Right.REVISE, DocumentAction.COPY_PROPOSED);
        DocumentVersion version = newest(documentId)
                .filter(found -> found.uploaderId().equals(caller.personId()))
                .orElseThrow(ProblemException::notFound);
        return refused(version).orElseThrow(() -> new ProblemException(Problem.NO_COPY));
    }

    private Optional<Refused> refused(DocumentVersion version) {
        Document document = entities.find(Document.class, version.documentId());
        return version.objection()
                .filter(why -> version.state() == DocumentState.REJECTED)
                .filter(why -> Removable.isRemovable(version.fileName(), why))
                .flatMap(why -> version.blob()
                        .map(blob -> new Refused(
                                document.id(), version.number(), version.fileName(), document.category(), why, blob)));
    }

    private Optional<DocumentVersion> newest(UUID documentId) {
        return entities.createQuery(
                        "select v from DocumentVersion v where v.documentId = :document order by v.number desc",
                        DocumentVersion.class)
                .setParameter("document", documentId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Enters in the trail that the sender was shown what a copy would be without. */
    @Transactional
    public void proposed(Caller caller, Refused refused, CopyOrigin origin) {
        trail.done(
                caller,
                DocumentAction.COPY_PROPOSED,
                ResourceRef.document(refused.documentId()),
                new DocumentFacts.CopyProposed(refused.number(), count(origin)));
    }

    static int count(CopyOrigin origin) {
        return origin.removals().stream().mapToInt(removal -> removal.count()).sum();
    }

    /** What is left out of a copy, in the reader's language. */
    public List<RemovalView> told(CopyOrigin origin) {
        return explanations.removals(origin.removals());
    }

    /** What the sender is answered where no copy that could come in can be made. */
    public ProblemException impossible(Refused refused, Objection obstacle) {
        return explanations.answer(refused.documentId(), obstacle, refused.fileName());
    }
}
