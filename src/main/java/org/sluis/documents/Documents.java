package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.access.Access;
import org.sluis.access.Readers;
import org.sluis.access.Right;
import org.sluis.access.Standing;
import org.sluis.audit.Act;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.People;
import org.sluis.people.PersonSummary;
import org.sluis.platform.rest.Concealment;
import org.sluis.platform.rest.PageRequest;

/** Reading documents: each answer holds what this caller may see, and nothing tells of anything else. */
@ApplicationScoped
public class Documents {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    People people;

    @Inject
    Listing listing;

    @Inject
    Trail trail;

    /** The newest documents the caller may see. */
    @Transactional
    public Page<Map<String, Object>> list(Caller caller, Criteria criteria, PageRequest page) {
        return Page.of(listing.newest(caller, criteria, page), page.limit(), ListedDocument::id)
                .map(listed -> listed.shownTo(caller));
    }

    /** One document's metadata. */
    @Transactional
    public Map<String, Object> read(Caller caller, UUID documentId) {
        access.requireVisible(caller, documentId, Act.DOCUMENT_VIEWED);
        trail.done(caller, Act.DOCUMENT_VIEWED, ResourceRef.document(documentId), Map.of());
        return view(caller, documentId);
    }

    /** The versions, newest first; those that never passed the gate are shown to their uploader and administrators. */
    @Transactional
    public List<Map<String, Object>> versions(Caller caller, UUID documentId) {
        Standing standing = access.requireVisible(caller, documentId, Act.DOCUMENT_VIEWED);
        trail.done(caller, Act.DOCUMENT_VIEWED, ResourceRef.document(documentId), Map.of("versions", "all"));
        Document document = entities.find(Document.class, documentId);
        return entities.createQuery(
                        "select v from DocumentVersion v where v.documentId = :document order by v.number desc",
                        DocumentVersion.class)
                .setParameter("document", documentId)
                .getResultStream()
                .filter(version -> version.state() == DocumentState.AVAILABLE
                        || version.uploaderId().equals(caller.personId())
                        || caller.is(Role.ADMIN))
                .map(version -> shown(caller, standing, document, version))
                .toList();
    }

    /**
     * The bytes of a version, for reading once the transaction is over; this is a download and is recorded as one.
     *
     * @param number which version; the current one where absent
     * @throws ProblemException {@code right-missing} without the right, {@code not-found} where nothing is readable
     */
    @Transactional
    public Content content(Caller caller, UUID documentId, Optional<Integer> number) {
        access.requireRight(caller, documentId, Right.DOWNLOAD, Act.DOCUMENT_DOWNLOADED);
        Document document = entities.find(Document.class, documentId);
        DocumentVersion version = version(documentId, number.orElse(document.currentVersion()))
                .filter(found -> document.state() == DocumentState.AVAILABLE)
                .filter(found -> found.state() == DocumentState.AVAILABLE)
                .orElseThrow(ProblemException::notFound);
        trail.done(
                caller,
                Act.DOCUMENT_DOWNLOADED,
                ResourceRef.document(documentId),
                Map.of("version", version.number(), "sha256", version.sha256().hex()));
        return new Content(
                version.fileName(),
                version.mediaType().orElseThrow(),
                version.blob().orElseThrow(ProblemException::notFound));
    }

    /** A version as its sender sees it right after sending: the answer to an upload. */
    @Transactional
    public Map<String, Object> received(Caller caller, UUID documentId, int number) {
        Standing standing = access.standing(caller, documentId).orElseThrow(ProblemException::notFound);
        return shown(
                caller,
                standing,
                entities.find(Document.class, documentId),
                version(documentId, number).orElseThrow());
    }

    private Map<String, Object> view(Caller caller, UUID documentId) {
        Standing standing = access.standing(caller, documentId).orElseThrow(ProblemException::notFound);
        Document document = entities.find(Document.class, documentId);
        return shown(
                caller,
                standing,
                document,
                version(documentId, document.currentVersion()).orElseThrow());
    }

    private Map<String, Object> shown(Caller caller, Standing standing, Document document, DocumentVersion version) {
        Optional<PersonSummary> uploader = Optional.ofNullable(
                people.summaries(List.of(version.uploaderId())).get(version.uploaderId()));
        return Concealment.shown(
                DocumentView.of(document, version, uploader, standing.right(), standing.expiresAt()),
                Readers.of(caller, version.uploaderId(), orNull(uploader)));
    }

    private Optional<DocumentVersion> version(UUID documentId, int number) {
        return entities.createQuery(
                        "select v from DocumentVersion v where v.documentId = :document and v.number = :number",
                        DocumentVersion.class)
                .setParameter("document", documentId)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    private static @Nullable PersonSummary orNull(Optional<PersonSummary> person) {
        return person.isPresent() ? person.get() : null;
    }
}
