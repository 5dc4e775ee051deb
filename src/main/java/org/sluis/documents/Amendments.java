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
import org.sluis.access.Access;
import org.sluis.access.EffectiveAccess;
import org.sluis.audit.Trail;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.rest.MergePatch;
import org.sluis.platform.rest.Snapshot;

/** Changes of metadata, by the uploader or an administrator, each against the state its author has read. */
@ApplicationScoped
public class Amendments {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    Categories categories;

    @Inject
    Documents documents;

    @Inject
    Trail trail;

    /**
     * @param expected the states the change may be made to
     * @throws ProblemException {@code not-found}; {@code right-missing} for a reader; {@code precondition-required} or
     *     {@code stale}; {@code invalid-member}; where the content does not fit a new category {@code not-checked},
     *     {@code type-not-allowed} or {@code too-large}
     */
    @Transactional
    public Snapshot amend(Caller caller, UUID documentId, AmendmentRequest request, Optional<EntityTags> expected) {
        EffectiveAccess standing = access.requireVisible(caller, documentId, DocumentAction.DOCUMENT_AMENDED);
        if (!caller.is(Role.ADMIN) && !standing.uploaderId().equals(caller.personId())) {
            trail.denied(caller, DocumentAction.DOCUMENT_AMENDED, ResourceRef.document(documentId));
            throw new ProblemException(Problem.RIGHT_MISSING);
        }
        Document document = entities.find(Document.class, documentId, LockModeType.PESSIMISTIC_WRITE);
        requireCurrent(document, expected);
        NewDocument wanted = request.over(document);
        Optional<String> moved = Optional.empty();
        if (!wanted.category().equals(document.category())) {
            requireFits(document, wanted.category());
            moved = Optional.of(document.category() + " -> " + wanted.category());
        }
        document.amend(wanted.title(), wanted.description(), wanted.category());
        entities.flush();
        trail.done(
                caller,
                DocumentAction.DOCUMENT_AMENDED,
                ResourceRef.document(documentId),
                new DocumentFacts.Amended(MergePatch.sent(request), moved));
        return documents.view(caller, documentId);
    }

    private static void requireCurrent(Document document, Optional<EntityTags> expected) {
        EntityTags tags = expected.orElseThrow(() -> new ProblemException(Problem.PRECONDITION_REQUIRED));
        if (!tags.nameStrongly(document.entityTag())) {
            throw new ProblemException(Problem.STALE);
        }
    }

    /** The gate has judged the content for the old category; the new one must take what the gate found. */
    private void requireFits(Document document, String name) {
        Category category = categories.named(name).orElseThrow(() -> ProblemException.invalid("category", "unknown"));
        DocumentVersion current =
                documents.version(document.id(), document.currentVersion()).orElseThrow();
        if (current.mediaType().isEmpty() || isChecking(document)) {
            throw new ProblemException(Problem.NOT_CHECKED);
        }
        if (!category.types().contains(current.mediaType().get())) {
            throw new ProblemException(Problem.TYPE_NOT_ALLOWED);
        }
        if (current.size() > category.limit()) {
            throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", category.limit()));
        }
    }

    /** A check that runs was begun under the old category. */
    private boolean isChecking(Document document) {
        return entities.createQuery(
                                "select count(v) from DocumentVersion v where v.documentId = :document and v.state = :state",
                                Long.class)
                        .setParameter("document", document.id())
                        .setParameter("state", DocumentState.CHECKING)
                        .getSingleResult()
                > 0;
    }
}
