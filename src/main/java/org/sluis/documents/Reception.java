package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.Access;
import org.sluis.access.Grants;
import org.sluis.access.Right;
import org.sluis.audit.Trail;
import org.sluis.blob.StoredBlob;
import org.sluis.inspection.MalwareFinding;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Sha256;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.health.Meters;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/**
 * What becomes of a received file, as intake drives it: entered while it is checked, then released or rejected. Each
 * step is one transaction together with its grant and its entry in the trail.
 */
@ApplicationScoped
public class Reception {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    Grants grants;

    @Inject
    RemovalOrders removals;

    @Inject
    Trail trail;

    @Inject
    Meters meters;

    @Inject
    Explanations explanations;

    @Inject
    Event<VersionRefused> refused;

    @Inject
    Event<VersionReleased> released;

    /**
     * A version that waits for its verdict.
     *
     * @param attempts how many checks of it were begun, this one included
     * @param claim under which number it was taken up; who comes later has a higher one
     */
    public record Pending(
            UUID versionId,
            UUID documentId,
            int number,
            String category,
            String fileName,
            StoredBlob blob,
            int attempts,
            long claim) {}

    /**
     * Enters a new document with its uploader's grant; nobody else sees it before the verdict.
     *
     * @throws ProblemException as {@link #requireSender}
     */
    @Transactional
    public Pending enter(Caller uploader, NewDocument metadata, ReceivedFile file, Instant leaseEnd) {
        requireSender(uploader);
        Document document = new Document(metadata, uploader.personId());
        entities.persist(document);
        entities.flush();
        grants.grantToUploader(uploader, document.id());
        return enter(uploader, document, new DocumentVersion(document.id(), 1, file, uploader.personId(), leaseEnd));
    }

    /** @throws ProblemException as {@link Access#requireActive} */
    @Transactional
    public void requireSender(Caller caller) {
        access.requireActive(caller, DocumentAction.DOCUMENT_UPLOADED);
    }

    /** @throws ProblemException as {@link Access#requireActive} and {@link Access#requireRight} for {@code REVISE} */
    @Transactional
    public void requireReviser(Caller caller, UUID documentId) {
        requireSender(caller);
        access.requireRight(caller, documentId, Right.REVISE, DocumentAction.DOCUMENT_UPLOADED);
    }

    /** @throws ProblemException as {@link Access#requireRight} for {@code REVISE} */
    @Transactional
    public String categoryForRevision(Caller caller, UUID documentId) {
        access.requireRight(caller, documentId, Right.REVISE, DocumentAction.DOCUMENT_UPLOADED);
        return entities.find(Document.class, documentId).category();
    }

    /**
     * Enters a further version of a document.
     *
     * @throws ProblemException as {@link #requireReviser}
     */
    @Transactional
    public Pending revise(Caller uploader, UUID documentId, ReceivedFile file, Instant leaseEnd) {
        Document document = revised(uploader, documentId);
        return enter(uploader, document, version(document, file, uploader, leaseEnd));
    }

    /**
     * Enters a copy that the portal made of the document's refused version, as its sender accepted it.
     *
     * @throws ProblemException {@code stale} where another version came meanwhile
     */
    @Transactional
    public Pending enterCopy(Caller uploader, UUID documentId, ReceivedFile file, CopyOrigin origin, Instant leaseEnd) {
        Document document = revised(uploader, documentId);
        DocumentVersion version = version(document, file, uploader, leaseEnd);
        if (version.number() != origin.fromVersion() + 1) {
            throw new ProblemException(Problem.STALE);
        }
        version.madeFrom(origin);
        Pending pending = enter(uploader, document, version);
        trail.done(
                uploader,
                DocumentAction.COPY_SENT,
                ResourceRef.document(documentId),
                new DocumentFacts.CopySent(
                        pending.number(), origin.fromVersion(), origin.fromSha256(), Copies.count(origin)));
        return pending;
    }

    private Document revised(Caller uploader, UUID documentId) {
        requireReviser(uploader, documentId);
        return Optional.ofNullable(entities.find(Document.class, documentId, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.state() != DocumentState.ERASED)
                .orElseThrow(ProblemException::notFound);
    }

    private DocumentVersion version(Document document, ReceivedFile file, Caller uploader, Instant leaseEnd) {
        Object next = entities.createNativeQuery("select next_version(cast(?1 as uuid))")
                .setParameter(1, document.id().toString())
                .getSingleResult();
        return new DocumentVersion(document.id(), (int) Row.of(next).number(0), file, uploader.personId(), leaseEnd);
    }

    private Pending enter(Caller uploader, Document document, DocumentVersion version) {
        entities.persist(version);
        meters.uploaded("received");
        trail.done(
                uploader,
                DocumentAction.DOCUMENT_UPLOADED,
                ResourceRef.document(document.id()),
                new DocumentFacts.Uploaded(version.number(), version.size(), version.sha256()));
        return pending(document, version);
    }

    /** Opens the gate, if the claim holds and the verdict is on exactly the stored bytes. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public void release(Pending pending, Sha256 scanned, String mediaType, List<ContentNotice> notices) {
        DocumentVersion version = locked(pending);
        if (isClaimed(version, pending) && version.release(scanned, mediaType, notices)) {
            locked(version).released(version.number());
            meters.uploaded("available");
            trail.done(
                    DocumentAction.DOCUMENT_RELEASED,
                    ResourceRef.document(version.documentId()),
                    new DocumentFacts.Released(version.number(), scanned, mediaType, notices.size()));
            released.fire(new VersionReleased(
                    version.documentId(), version.number(), version.uploaderId(), version.uploadedAt()));
        }
    }

    /**
     * Refuses the version, if the claim holds; its key is destroyed with this and the removal of its bytes ordered.
     *
     * @param keptUntil until when it is kept sealed instead, for a second look
     */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public void reject(
            Pending pending, Objection why, Optional<MalwareFinding> conviction, Optional<Instant> keptUntil) {
        DocumentVersion version = locked(pending);
        if (isClaimed(version, pending) && version.reject(why, conviction, keptUntil)) {
            locked(version).rejected(version.number());
            if (keptUntil.isEmpty()) {
                removals.add(version.blobId());
            }
            meters.uploaded(why.rule().problem().slug());
            meters.refused(why.rule().slug());
            trail.done(
                    DocumentAction.DOCUMENT_REJECTED,
                    ResourceRef.document(version.documentId()),
                    new DocumentFacts.Rejected(
                            version.number(),
                            why.rule().problem().slug(),
                            why.rule().slug(),
                            why.member(),
                            conviction.map(MalwareFinding::signature),
                            keptUntil));
            refused.fire(new VersionRefused(version.documentId(), version.number(), version.uploaderId()));
        }
    }

    /** What its sender is answered where the version was refused. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public Optional<ProblemException> refusal(UUID versionId) {
        return explanations.answer(entities.find(DocumentVersion.class, versionId));
    }

    /** Which version of its document it is. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public int number(UUID versionId) {
        return entities.find(DocumentVersion.class, versionId).number();
    }

    private DocumentVersion locked(Pending pending) {
        return entities.find(DocumentVersion.class, pending.versionId(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whoever outlived the lease of a check says nothing any more. */
    private static boolean isClaimed(DocumentVersion version, Pending pending) {
        return version.claim() == pending.claim();
    }

    private Document locked(DocumentVersion version) {
        return entities.find(Document.class, version.documentId(), LockModeType.PESSIMISTIC_WRITE);
    }

    public static Pending pending(Document document, DocumentVersion version) {
        return new Pending(
                version.id(),
                document.id(),
                version.number(),
                document.category(),
                version.fileName(),
                version.blob().orElseThrow(),
                version.attempts(),
                version.claim());
    }
}
