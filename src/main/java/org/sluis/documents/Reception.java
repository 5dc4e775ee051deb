package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.Access;
import org.sluis.access.Grants;
import org.sluis.access.Right;
import org.sluis.audit.Act;
import org.sluis.audit.Trail;
import org.sluis.blob.StoredBlob;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Sha256;
import org.sluis.platform.health.Meters;
import org.sluis.platform.persistence.Row;

/**
 * What becomes of a received file, as intake drives it: entered while it is checked, then released or rejected. Each
 * step is one transaction together with its grant and its entry in the trail.
 */
@ApplicationScoped
public class Reception {

    private static final String CLAIM = """
            update document_version set attempts = attempts + 1, next_attempt_at = cast(?1 as timestamptz)
            where id in (
                select id from document_version
                where state = 'CHECKING' and next_attempt_at <= clock_timestamp()
                order by next_attempt_at limit ?2 for update skip locked)
            returning id
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    Grants grants;

    @Inject
    Trail trail;

    @Inject
    Meters meters;

    /** A version that waits for its verdict. */
    public record Pending(
            UUID versionId, UUID documentId, int number, String category, String fileName, StoredBlob blob) {}

    /** Enters a new document with its uploader's grant; nobody else sees it before the verdict. */
    @Transactional
    public Pending enter(Caller uploader, NewDocument metadata, ReceivedFile file, Instant leaseEnd) {
        Document document = new Document(metadata, uploader.personId());
        entities.persist(document);
        entities.flush();
        grants.grantToUploader(uploader, document.id());
        return enter(uploader, document, 1, file, leaseEnd);
    }

    /** @throws ProblemException as {@link Access#requireRight} for {@code REVISE} */
    @Transactional
    public String categoryForRevision(Caller caller, UUID documentId) {
        access.requireRight(caller, documentId, Right.REVISE, Act.DOCUMENT_UPLOADED);
        return entities.find(Document.class, documentId).category();
    }

    /** Enters a further version of a document. */
    @Transactional
    public Pending revise(Caller uploader, UUID documentId, ReceivedFile file, Instant leaseEnd) {
        access.requireRight(uploader, documentId, Right.REVISE, Act.DOCUMENT_UPLOADED);
        Document document = entities.find(Document.class, documentId, LockModeType.PESSIMISTIC_WRITE);
        if (document.state() == DocumentState.ERASED) {
            throw ProblemException.notFound();
        }
        int last = entities.createQuery(
                        "select max(v.number) from DocumentVersion v where v.documentId = :document", Integer.class)
                .setParameter("document", documentId)
                .getSingleResult();
        return enter(uploader, document, last + 1, file, leaseEnd);
    }

    private Pending enter(Caller uploader, Document document, int number, ReceivedFile file, Instant leaseEnd) {
        DocumentVersion version = new DocumentVersion(document.id(), number, file, uploader.personId(), leaseEnd);
        entities.persist(version);
        meters.uploaded("received");
        trail.done(
                uploader,
                Act.DOCUMENT_UPLOADED,
                ResourceRef.document(document.id()),
                Map.of(
                        "version", number,
                        "size", file.blob().size(),
                        "sha256", file.blob().sha256().hex()));
        return pending(document, version);
    }

    /** Takes work whose time has come; other nodes leave it alone until {@code leaseEnd}. */
    @Transactional
    public List<Pending> claim(int most, Instant leaseEnd) {
        List<?> ids = entities.createNativeQuery(CLAIM)
                .setParameter(1, leaseEnd.toString())
                .setParameter(2, most)
                .getResultList();
        return ids.stream()
                .map(id -> entities.find(DocumentVersion.class, Row.of(id).id(0).orElseThrow()))
                .map(version -> pending(entities.find(Document.class, version.documentId()), version))
                .toList();
    }

    /** Keeps a check for this node, or sets when it is tried again. */
    @Transactional
    public void nextAttempt(UUID versionId, Instant at) {
        entities.createNativeQuery(
                        "update document_version set next_attempt_at = cast(?2 as timestamptz) where id = cast(?1 as uuid)")
                .setParameter(1, versionId.toString())
                .setParameter(2, at.toString())
                .executeUpdate();
    }

    /** Leaves a version without verdict for a later attempt. */
    @Transactional
    public void postponed(Pending pending, Instant next, String why) {
        nextAttempt(pending.versionId(), next);
        trail.done(
                Act.CHECK_POSTPONED,
                ResourceRef.document(pending.documentId()),
                Map.of("version", pending.number(), "reason", why));
    }

    /** Opens the gate, if the verdict is on exactly the stored bytes. */
    @Transactional
    public void release(Pending pending, Sha256 scanned, String mediaType) {
        DocumentVersion version =
                entities.find(DocumentVersion.class, pending.versionId(), LockModeType.PESSIMISTIC_WRITE);
        if (version.release(scanned, mediaType)) {
            locked(version).released(version.number());
            meters.uploaded("available");
            trail.done(
                    Act.DOCUMENT_RELEASED,
                    ResourceRef.document(version.documentId()),
                    Map.of("version", version.number(), "sha256", scanned.hex(), "type", mediaType));
        }
    }

    /** Refuses the version; its key is destroyed with this. */
    @Transactional
    public void reject(Pending pending, Problem why, Optional<String> signature) {
        DocumentVersion version =
                entities.find(DocumentVersion.class, pending.versionId(), LockModeType.PESSIMISTIC_WRITE);
        if (version.reject(why, signature)) {
            locked(version).rejected(version.number());
            meters.uploaded(why.slug());
            trail.done(
                    Act.DOCUMENT_REJECTED,
                    ResourceRef.document(version.documentId()),
                    Map.of("version", version.number(), "reason", why.slug(), "signature", signature.orElse("none")));
        }
    }

    /** Why the version was refused, where it was. */
    @Transactional
    public Optional<Problem> refusal(Pending pending) {
        return entities.find(DocumentVersion.class, pending.versionId()).refusal();
    }

    private Document locked(DocumentVersion version) {
        return entities.find(Document.class, version.documentId(), LockModeType.PESSIMISTIC_WRITE);
    }

    private static Pending pending(Document document, DocumentVersion version) {
        return new Pending(
                version.id(),
                document.id(),
                version.number(),
                document.category(),
                version.fileName(),
                version.blob().orElseThrow());
    }
}
