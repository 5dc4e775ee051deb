package org.sluis.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.Access;
import org.sluis.access.Readers;
import org.sluis.audit.Trail;
import org.sluis.documents.Dispute;
import org.sluis.documents.DocumentAction;
import org.sluis.documents.DocumentFacts;
import org.sluis.documents.DocumentState;
import org.sluis.documents.DocumentVersion;
import org.sluis.documents.Documents;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.platform.health.Meters;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/**
 * The sender of a version that a rule refused, and no scanner, may ask administrators to look again while its content is
 * kept sealed. One request at a time; after a no the same refusal is not asked about again.
 */
@ApplicationScoped
public class SecondLooks {

    private static final String OF_VERSION =
            "select s from SecondLook s where s.versionId = :version order by s.askedAt desc";

    private static final String IN_VAIN = """
            select s, v from SecondLook s, DocumentVersion v
            where s.answer is null and v.id = s.versionId and v.state = :refused and v.wrappedKey is null
            """;

    /** Two requests at the same moment are one. */
    private static final String ENTER = """
            insert into second_look (id, version_id, rule, member, reason, asked_by, asked_at)
            values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?4, ?5, cast(?6 as uuid), clock_timestamp())
            on conflict (version_id) where answer is null do nothing
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    Documents documents;

    @Inject
    Quarantine quarantine;

    @Inject
    Trail trail;

    @Inject
    Meters meters;

    @Inject
    Event<SecondLookAsked> asked;

    @Inject
    Event<SecondLookAnswered> answered;

    /**
     * How it stands, for the sender and for administrators.
     *
     * @throws ProblemException {@code not-found}, also where the version is not refused or waits after it was
     */
    @Transactional
    public FilteredView read(Caller caller, UUID documentId, int number) {
        DocumentVersion version = version(caller, documentId, number, DocumentAction.DOCUMENT_VIEWED);
        trail.done(
                caller,
                DocumentAction.DOCUMENT_VIEWED,
                ResourceRef.document(documentId),
                DocumentFacts.Viewed.secondLook(number));
        Optional<SecondLook> latest = latest(version.id());
        boolean own = version.uploaderId().equals(caller.personId());
        return FieldFilter.shown(
                new SecondLookView(
                        own && isPossible(version, latest),
                        version.isSealed() ? version.sealedUntil() : Optional.empty(),
                        latest.map(SecondLook::view)),
                Readers.of(caller, version.uploaderId(), null));
    }

    /**
     * @throws ProblemException {@code not-found}; {@code right-missing} for another's version; {@code conflict} where the
     *     content is gone, no rule that can be lifted refused it, or a request is open or was declined
     */
    @Transactional
    public void ask(Caller sender, UUID documentId, int number, Reason reason) {
        DocumentVersion version = own(sender, documentId, number, QuarantineAction.SECOND_LOOK_ASKED);
        Dispute dispute = version.dispute()
                .filter(found -> isPossible(version, latest(version.id())))
                .orElseThrow(() -> new ProblemException(Problem.CONFLICT));
        int entered = entities.createNativeQuery(ENTER)
                .setParameter(1, Ids.next().toString())
                .setParameter(2, version.id().toString())
                .setParameter(3, dispute.rule().orElseThrow())
                .setParameter(4, dispute.member().orElse(null))
                .setParameter(5, reason.text())
                .setParameter(6, sender.personId().toString())
                .executeUpdate();
        if (entered == 0) {
            throw new ProblemException(Problem.CONFLICT);
        }
        meters.lookedAgain("asked");
        tell(sender, QuarantineAction.SECOND_LOOK_ASKED, version, Optional.of(reason.text()));
        asked.fire(new SecondLookAsked(documentId, sender.personId()));
    }

    /** @throws ProblemException {@code not-found}; {@code right-missing}; {@code conflict} where none is open */
    @Transactional
    public void withdraw(Caller sender, UUID documentId, int number) {
        DocumentVersion version = own(sender, documentId, number, QuarantineAction.SECOND_LOOK_WITHDRAWN);
        open(version.id())
                .orElseThrow(() -> new ProblemException(Problem.CONFLICT))
                .close(SecondLookAnswer.WITHDRAWN, Optional.of(sender.personId()), Optional.empty());
        meters.lookedAgain("withdrawn");
        tell(sender, QuarantineAction.SECOND_LOOK_WITHDRAWN, version, Optional.empty());
    }

    /**
     * An administrator says no, and the sender is told why.
     *
     * @throws ProblemException {@code not-found}; {@code own-upload}; {@code conflict} where none is open
     */
    @Transactional
    public void decline(Caller administrator, UUID versionId, Reason reason) {
        DocumentVersion version = quarantine.locked(administrator, versionId, QuarantineAction.SECOND_LOOK_DECLINED);
        requireAnother(administrator, version, QuarantineAction.SECOND_LOOK_DECLINED);
        answer(
                open(versionId).orElseThrow(() -> new ProblemException(Problem.CONFLICT)),
                version,
                SecondLookAnswer.DECLINED,
                Optional.of(administrator.personId()),
                Optional.of(reason.text()));
        tell(administrator, QuarantineAction.SECOND_LOOK_DECLINED, version, Optional.of(reason.text()));
    }

    /** Two administrators have lifted the rule, in the running transaction. */
    void lifted(Caller administrator, DocumentVersion version) {
        open(version.id())
                .ifPresent(request -> answer(
                        request,
                        version,
                        SecondLookAnswer.LIFTED,
                        Optional.of(administrator.personId()),
                        Optional.empty()));
    }

    /** The content of a version is gone, in the running transaction. */
    void expired(DocumentVersion version) {
        open(version.id())
                .ifPresent(request ->
                        answer(request, version, SecondLookAnswer.EXPIRED, Optional.empty(), Optional.empty()));
    }

    /** Closes requests about content that was destroyed while they were entered; at most some, the others the next time. */
    void closeInVain(int atOnce) {
        entities.createQuery(IN_VAIN, Object[].class)
                .setParameter("refused", DocumentState.REJECTED)
                .setMaxResults(atOnce)
                .getResultStream()
                .forEach(row -> answer(
                        (SecondLook) row[0],
                        (DocumentVersion) row[1],
                        SecondLookAnswer.EXPIRED,
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The request that waits for administrators. */
    Optional<SecondLook> open(UUID versionId) {
        return latest(versionId).filter(SecondLook::isOpen);
    }

    /** @throws ProblemException {@code own-upload}, and the attempt is in the trail */
    void requireAnother(Caller administrator, DocumentVersion version, QuarantineAction action) {
        if (version.uploaderId().equals(administrator.personId())) {
            trail.denied(administrator, action, ResourceRef.document(version.documentId()));
            throw new ProblemException(Problem.OWN_UPLOAD);
        }
    }

    private void answer(
            SecondLook request,
            DocumentVersion version,
            SecondLookAnswer answer,
            Optional<UUID> by,
            Optional<String> why) {
        request.close(answer, by, why);
        meters.lookedAgain(answer.name().toLowerCase(Locale.ROOT));
        answered.fire(new SecondLookAnswered(version.documentId(), version.uploaderId()));
    }

    private static boolean isPossible(DocumentVersion version, Optional<SecondLook> latest) {
        boolean settled = latest.filter(request -> request.isOpen() || request.wasDeclinedAfter(version.decidedAt()))
                .isPresent();
        return version.isSealed() && version.dispute().isPresent() && !settled;
    }

    private Optional<SecondLook> latest(UUID versionId) {
        List<SecondLook> found = entities.createQuery(OF_VERSION, SecondLook.class)
                .setParameter("version", versionId)
                .setMaxResults(1)
                .getResultList();
        return found.stream().findFirst();
    }

    private DocumentVersion version(Caller caller, UUID documentId, int number, AuditAction action) {
        access.requireVisible(caller, documentId, action);
        return documents
                .version(documentId, number)
                .filter(found -> found.uploaderId().equals(caller.personId()) || caller.is(Role.ADMIN))
                .filter(found -> found.state() == DocumentState.REJECTED
                        || latest(found.id()).isPresent())
                .orElseThrow(() -> {
                    trail.denied(caller, action, ResourceRef.document(documentId));
                    return ProblemException.notFound();
                });
    }

    private DocumentVersion own(Caller sender, UUID documentId, int number, QuarantineAction action) {
        DocumentVersion version = version(sender, documentId, number, action);
        if (!version.uploaderId().equals(sender.personId())) {
            trail.denied(sender, action, ResourceRef.document(documentId));
            throw new ProblemException(Problem.RIGHT_MISSING);
        }
        return version;
    }

    private void tell(Caller actor, QuarantineAction action, DocumentVersion version, Optional<String> reason) {
        Optional<Dispute> dispute = version.dispute();
        trail.done(
                actor,
                action,
                ResourceRef.document(version.documentId()),
                new QuarantineFacts.SecondLook(
                        version.number(),
                        dispute.flatMap(Dispute::signature),
                        dispute.flatMap(Dispute::rule),
                        dispute.flatMap(Dispute::member),
                        reason));
    }
}
