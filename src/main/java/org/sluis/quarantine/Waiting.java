package org.sluis.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sluis.audit.Trail;
import org.sluis.documents.Document;
import org.sluis.documents.DocumentState;
import org.sluis.documents.DocumentVersion;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/**
 * The versions that wait for their verdict, in the database alone: any node may take them up, and none is forgotten.
 * {@code next_attempt_at} is when the next try is due, or, while a node is at it, when that node's lease ends. Each claim
 * has a number; what is said under an older one changes nothing.
 */
@ApplicationScoped
public class Waiting {

    /** SQL for the bytes a person, {@code ?1}, has sent that have no verdict yet; their sender sees them. */
    public static final String BYTES_OF_PERSON = """
            (select coalesce(sum(size), 0) from document_version
             where state = 'CHECKING' and uploader_id = cast(?1 as uuid))
            """;

    private static final String CLAIM = """
            update document_version set attempts = attempts + 1, claim = nextval('claim_number'),
                next_attempt_at = cast(?1 as timestamptz)
            where id in (
                select id from document_version
                where state = 'CHECKING' and next_attempt_at <= clock_timestamp()
                order by next_attempt_at limit ?2 for update skip locked)
            returning id
            """;

    private static final String CLAIMED = """
            select v, d from DocumentVersion v, Document d where d.id = v.documentId and v.id in :ids order by v.id
            """;

    private static final String GIVE_BACK = """
            update document_version set attempts = attempts - 1, claim = nextval('claim_number'),
                next_attempt_at = clock_timestamp(), fault = ?3, waiting_since = coalesce(waiting_since, clock_timestamp())
            where id = cast(?1 as uuid) and claim = ?2 and state = 'CHECKING'
            """;

    private static final String POSTPONE = """
            update document_version set claim = nextval('claim_number'), next_attempt_at = cast(?3 as timestamptz),
                fault = ?4, waiting_since = coalesce(waiting_since, clock_timestamp())
            where id = cast(?1 as uuid) and claim = ?2 and state = 'CHECKING'
            """;

    private static final String RENEW = """
            update document_version set next_attempt_at = cast(?3 as timestamptz)
            where id = cast(?1 as uuid) and claim = ?2 and state = 'CHECKING'
            """;

    /** What is due later than a lease ends is under nobody's hands. */
    private static final String HASTEN = """
            update document_version set next_attempt_at = clock_timestamp()
            where state = 'CHECKING' and attempts <= ?2 and next_attempt_at > cast(?1 as timestamptz)
            """;

    private static final String OVERDUE = """
            update document_version set overdue_at = clock_timestamp()
            where id in (
                select id from document_version
                where state = 'CHECKING' and overdue_at is null and uploaded_at < cast(?1 as timestamptz)
                order by uploaded_at limit ?2 for update skip locked)
            returning document_id, number, uploaded_at
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Trail trail;

    /** A version that has no verdict after a time that is too long. */
    public record Overdue(UUID documentId, int version, Instant uploadedAt) {}

    /** Takes work whose time has come; other nodes leave it alone until {@code leaseEnd}. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public List<Pending> claim(int most, Instant leaseEnd) {
        List<?> ids = entities.createNativeQuery(CLAIM)
                .setParameter(1, leaseEnd.toString())
                .setParameter(2, most)
                .getResultList();
        return ids.isEmpty() ? List.of() : pending(ids);
    }

    private List<Pending> pending(List<?> ids) {
        return entities.createQuery(CLAIMED, Object[].class)
                .setParameter(
                        "ids",
                        ids.stream().map(id -> Row.of(id).id(0).orElseThrow()).toList())
                .getResultStream()
                .map(row -> Reception.pending((Document) row[1], (DocumentVersion) row[0]))
                .toList();
    }

    /**
     * Keeps a check for this node.
     *
     * @return whether the claim still holds
     */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public boolean renew(Pending pending, Instant leaseEnd) {
        return claimed(RENEW, pending).setParameter(3, leaseEnd.toString()).executeUpdate() > 0;
    }

    /**
     * Whether a check is still this node's: the version may have been erased or given up while it was checked, or taken up
     * by another node.
     */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public boolean holds(Pending pending) {
        DocumentVersion version = entities.find(DocumentVersion.class, pending.versionId());
        return version.state() == DocumentState.CHECKING && version.claim() == pending.claim();
    }

    /** Leaves a version whose check could not begin to whichever node can, as if nobody had tried. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public void giveBack(Pending pending, String why) {
        claimed(GIVE_BACK, pending).setParameter(3, why).executeUpdate();
    }

    /**
     * Leaves a version without verdict for a later attempt. The trail tells of the first time, and then of each time the
     * number of attempts has doubled: days of waiting make a dozen entries.
     */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public void postponed(Pending pending, Instant next, String why) {
        int postponed = claimed(POSTPONE, pending)
                .setParameter(3, next.toString())
                .setParameter(4, why)
                .executeUpdate();
        if (postponed > 0 && Integer.bitCount(pending.attempts()) == 1) {
            trail.done(
                    QuarantineAction.CHECK_POSTPONED,
                    ResourceRef.document(pending.documentId()),
                    new QuarantineFacts.Postponed(pending.number(), pending.attempts(), why));
        }
    }

    private Query claimed(String statement, Pending pending) {
        return entities.createNativeQuery(statement)
                .setParameter(1, pending.versionId().toString())
                .setParameter(2, pending.claim());
    }

    /**
     * Makes what waits due at once.
     *
     * @param leaseEnd what is due sooner than this may be in work or is due soon anyway, and is left alone
     * @param attempts a version that was tried more often keeps its delay: it may be what the scanner fails on
     */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public void hasten(Instant leaseEnd, int attempts) {
        entities.createNativeQuery(HASTEN)
                .setParameter(1, leaseEnd.toString())
                .setParameter(2, attempts)
                .executeUpdate();
    }

    /** What was uploaded before {@code since} and has no verdict, some at a time, each version once, whichever node asks. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public List<Overdue> overdue(Instant since, int most) {
        List<?> rows = entities.createNativeQuery(OVERDUE)
                .setParameter(1, since.toString())
                .setParameter(2, most)
                .getResultList();
        List<Overdue> found = rows.stream()
                .map(Row::of)
                .map(row -> new Overdue(
                        row.id(0).orElseThrow(),
                        Math.toIntExact(row.number(1)),
                        row.instant(2).orElseThrow()))
                .toList();
        found.forEach(late -> trail.done(
                QuarantineAction.CHECK_OVERDUE,
                ResourceRef.document(late.documentId()),
                new QuarantineFacts.Overdue(late.version(), late.uploadedAt())));
        return found;
    }
}
