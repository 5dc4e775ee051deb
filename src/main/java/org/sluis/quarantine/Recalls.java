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
import org.sluis.audit.Recipients;
import org.sluis.audit.Trail;
import org.sluis.documents.Document;
import org.sluis.documents.DocumentState;
import org.sluis.documents.DocumentVersion;
import org.sluis.documents.RecallBarrier;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.MalwareFinding;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Sha256;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.health.Meters;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.quarantine.RescanQueue.Due;

/** Withdraws what had passed the gate and is convicted now. */
@ApplicationScoped
public class Recalls {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    RecallBarrier barrier;

    @Inject
    Reinstatements reinstatements;

    @Inject
    RescanQueue rescans;

    @Inject
    Recipients recipients;

    @Inject
    Trail trail;

    @Inject
    Meters meters;

    @Inject
    Event<DocumentRecalled> event;

    /** A conviction is about bytes: every available version that holds them, the newest first. */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public List<Pending> holding(Sha256 bytes) {
        return entities.createQuery("""
                        select v, d from DocumentVersion v, Document d
                        where d.id = v.documentId and v.sha256 = :bytes and v.state = :available
                        order by v.id desc
                        """, Object[].class)
                .setParameter("bytes", bytes.hex())
                .setParameter("available", DocumentState.AVAILABLE)
                .getResultStream()
                .map(row -> Reception.pending((Document) row[1], (DocumentVersion) row[0]))
                .toList();
    }

    /**
     * Withdraws a version: with the commit nobody can read it. Changes nothing where that was done before, where two
     * administrators have found that this signature is wrong about these bytes, or where another node has taken the scan
     * over: it comes to a verdict of its own.
     *
     * @param due the scan that convicts
     * @return whether it was withdrawn
     */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public boolean recall(Due due, Pending convicted, MalwareFinding finding) {
        barrier.recall(convicted.documentId());
        Optional<DocumentVersion> version = Optional.ofNullable(
                        entities.find(DocumentVersion.class, convicted.versionId(), LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> rescans.isClaimed(due))
                .filter(found -> !reinstatements.cover(found.sha256(), finding.signature()))
                .filter(found -> found.recall(finding));
        version.ifPresent(found -> withdraw(found, finding));
        return version.isPresent();
    }

    private void withdraw(DocumentVersion version, MalwareFinding finding) {
        entities.find(Document.class, version.documentId(), LockModeType.PESSIMISTIC_WRITE)
                .recalled(version.number());
        entities.flush();
        List<UUID> readers = recipients.of(version.documentId(), version.number());
        meters.recalled();
        trail.done(
                QuarantineAction.DOCUMENT_RECALLED,
                ResourceRef.document(version.documentId()),
                new QuarantineFacts.Recalled(
                        version.number(), version.sha256(), finding.signature(), finding.scanner(), readers.size()));
        event.fire(new DocumentRecalled(version.documentId(), version.number(), finding.signature(), readers));
    }
}
