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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.access.Access;
import org.sluis.access.EffectiveAccess;
import org.sluis.access.Readers;
import org.sluis.access.Right;
import org.sluis.audit.Recipients;
import org.sluis.audit.Recipients.Sent;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.People;
import org.sluis.people.PersonSummary;
import org.sluis.platform.health.Meters;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.Snapshot;

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
    Explanations explanations;

    @Inject
    RecallBarrier barrier;

    @Inject
    Recipients recipients;

    @Inject
    Trail trail;

    @Inject
    Meters meters;

    @Inject
    DownloadTurn turn;

    /** The newest documents the caller may see. */
    @Transactional
    public Page<FilteredView> list(Caller caller, Criteria criteria, PageRequest page) {
        return find(caller, criteria, page).map(listed -> listed.shownTo(caller));
    }

    /** The same, with what a page says of a hit. */
    @Transactional
    Page<ListedDocument> find(Caller caller, Criteria criteria, PageRequest page) {
        Page<ListedDocument> found = listing.newest(caller, criteria, page);
        trail.done(
                caller,
                DocumentAction.DOCUMENTS_LISTED,
                ResourceRef.every("document"),
                new DocumentFacts.Listed(found.items().size(), criteria.names()));
        return found;
    }

    /** One document's metadata; as {@link #describe}. */
    public FilteredView read(Caller caller, UUID documentId) {
        return describe(caller, documentId).members();
    }

    /**
     * The same, with the tag that a change of it must name. Deciding, describing and recording are a transaction of their
     * own.
     */
    public Snapshot describe(Caller caller, UUID documentId) {
        return listing.viewed(caller, documentId).orElseThrow(() -> {
            trail.denied(caller, DocumentAction.DOCUMENT_VIEWED, ResourceRef.document(documentId));
            return ProblemException.notFound();
        });
    }

    /** The versions, newest first. */
    @Transactional
    public List<FilteredView> versions(Caller caller, UUID documentId) {
        EffectiveAccess standing = access.requireVisible(caller, documentId, DocumentAction.DOCUMENT_VIEWED);
        trail.done(
                caller,
                DocumentAction.DOCUMENT_VIEWED,
                ResourceRef.document(documentId),
                DocumentFacts.Viewed.ALL_VERSIONS);
        Document document = entities.find(Document.class, documentId);
        List<DocumentVersion> versions = entities.createQuery(
                        "select v from DocumentVersion v where v.documentId = :document order by v.number desc",
                        DocumentVersion.class)
                .setParameter("document", documentId)
                .getResultStream()
                .filter(version -> isShown(caller, version))
                .toList();
        Map<UUID, PersonSummary> uploaders = people.summaries(
                caller, versions.stream().map(DocumentVersion::uploaderId).collect(Collectors.toSet()));
        return versions.stream()
                .map(version -> shown(caller, standing, document, version, uploaders))
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
        return content(caller, documentId, number, ContentRequest.WHOLE);
    }

    /**
     * The same for a request that may need no bytes: asked by {@code HEAD}, answered "not modified", or for bytes that
     * are not there, it is recorded as a view.
     *
     * @throws ProblemException also {@code too-many-requests} and {@code unavailable}, where too many are sent already
     */
    @Transactional
    Content content(Caller caller, UUID documentId, Optional<Integer> number, ContentRequest request) {
        access.requireRight(caller, documentId, Right.DOWNLOAD, DocumentAction.DOCUMENT_DOWNLOADED);
        barrier.download(List.of(documentId));
        Document document = entities.find(Document.class, documentId);
        DocumentVersion version = version(documentId, number.orElse(document.currentVersion()))
                .filter(found -> found.isReadable(document))
                .orElseThrow(() -> {
                    trail.denied(caller, DocumentAction.DOCUMENT_DOWNLOADED, ResourceRef.document(documentId));
                    return ProblemException.notFound();
                });
        long sent = request.bytesSent(DocumentView.entityTag(version.sha256()), version.size());
        ResourceRef resource = ResourceRef.document(documentId);
        if (sent > 0) {
            turn.beginContent(caller, sent);
            trail.done(caller, DocumentAction.DOCUMENT_DOWNLOADED, resource, DocumentFacts.Downloaded.alone(version));
            recipients.enter(caller, List.of(new Sent(documentId, version.number())));
            meters.downloaded("alone");
        } else {
            trail.done(caller, DocumentAction.DOCUMENT_VIEWED, resource, DocumentFacts.Viewed.of(version));
        }
        return version.content();
    }

    /** A version as its sender sees it right after sending: the answer to an upload, and how its check goes on. */
    @Transactional
    public Snapshot received(Caller caller, UUID documentId, int number) {
        EffectiveAccess standing = access.standing(caller, documentId).orElseThrow(ProblemException::notFound);
        Document document = entities.find(Document.class, documentId);
        DocumentVersion version = version(documentId, number)
                .filter(sent -> isShown(caller, sent))
                .orElseThrow(ProblemException::notFound);
        Map<UUID, PersonSummary> uploader = people.summaries(caller, List.of(version.uploaderId()));
        return new Snapshot(shown(caller, standing, document, version, uploader), document.entityTag());
    }

    /** What the caller sees of a document, in the running transaction. */
    Snapshot view(Caller caller, UUID documentId) {
        return listing.one(caller, documentId).orElseThrow(ProblemException::notFound);
    }

    /** What never passed the gate is shown to who sent it and to administrators. */
    private static boolean isShown(Caller caller, DocumentVersion version) {
        return version.state() == DocumentState.AVAILABLE
                || version.uploaderId().equals(caller.personId())
                || caller.is(Role.ADMIN);
    }

    private FilteredView shown(
            Caller caller,
            EffectiveAccess standing,
            Document document,
            DocumentVersion version,
            Map<UUID, PersonSummary> uploaders) {
        Optional<PersonSummary> uploader = Optional.ofNullable(uploaders.get(version.uploaderId()));
        return FieldFilter.shown(
                DocumentView.of(document, version, uploader, standing.right(), standing.expiresAt(), explanations),
                Readers.of(caller, version.uploaderId(), orNull(uploader)));
    }

    public Optional<DocumentVersion> version(UUID documentId, int number) {
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
