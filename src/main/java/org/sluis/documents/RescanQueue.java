package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.audit.Act;
import org.sluis.audit.Trail;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.parsing.Objection;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/**
 * What has yet to be scanned again, in the database alone: nodes share it, and a round goes on where it was after any
 * restart. A round holds every version that is available or on its way through the gate when it begins; a version without
 * verdict stays in it. {@code next_attempt_at} is when the next try is due, or when the lease of the node at it ends.
 */
@ApplicationScoped
public class RescanQueue {

    private static final String DUE = """
            update rescan_round set number = number + 1, begun_at = clock_timestamp(),
                signatures = nullif(greatest(signatures, cast(?1 as int)), 0)
            where cast(?1 as int) > coalesce(signatures, 0) or begun_at < cast(?2 as timestamptz)
            """;

    private static final String WANTED = "update rescan_round set number = number + 1, begun_at = clock_timestamp()";

    private static final String FILL = """
            insert into rescan (version_id, round, next_attempt_at)
            select v.id, r.number, r.begun_at
            from document_version v, rescan_round r where v.state in ('CHECKING', 'AVAILABLE')
            """;

    private static final String ADD = """
            insert into rescan (version_id, round, next_attempt_at)
            select cast(?1 as uuid), number, clock_timestamp() from rescan_round
            on conflict (version_id) do update set next_attempt_at = excluded.next_attempt_at
            """;

    /** What still waits at the gate stays in the queue untouched until it is through. */
    private static final String CLAIM = """
            update rescan set attempts = attempts + 1, next_attempt_at = cast(?1 as timestamptz)
            where version_id in (
                select q.version_id from rescan q
                join document_version v on v.id = q.version_id
                join document d on d.id = v.document_id
                where q.next_attempt_at <= clock_timestamp() and v.state = 'AVAILABLE'
                order by q.version_id desc limit 1 for update of q skip locked)
            returning version_id, round, attempts
            """;

    private static final String POSTPONE = """
            update rescan set next_attempt_at = cast(?2 as timestamptz)
            where version_id = cast(?1 as uuid) and round = ?3
            """;

    private static final String DONE = "delete from rescan where version_id = cast(?1 as uuid) and round = ?2";

    private static final String WAITING = """
            select count(*) from rescan q
            join document_version v on v.id = q.version_id
            join document d on d.id = v.document_id
            where v.state = 'AVAILABLE'
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Quarantine quarantine;

    @Inject
    Trail trail;

    /**
     * A stored file whose turn it is.
     *
     * @param attempts how many scans of it were begun in this round, this one included
     */
    public record Due(Pending file, int round, int attempts) {}

    /**
     * Begins a round where the signatures are newer than those of any round before, or the last one is too old.
     *
     * @param signatures the database every scanner has, where they tell
     * @return whether this node began one
     */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public boolean beginIfDue(Optional<Integer> signatures, Instant tooOld) {
        int changed = entities.createNativeQuery(DUE)
                .setParameter(1, signatures.orElse(0))
                .setParameter(2, tooOld.toString())
                .executeUpdate();
        if (changed == 0) {
            return false;
        }
        String known = signatures.map(number -> Integer.toString(number)).orElse("unknown");
        trail.done(Act.RESCAN_BEGUN, ResourceRef.every("document"), Map.of("signatures", known, "versions", fill()));
        return true;
    }

    /** Begins a round because an administrator wants one: signatures of one's own have no number that would tell. */
    @Transactional
    public void begin(Caller administrator, Reason reason) {
        quarantine.requireAdministrator(administrator, ResourceRef.every("document"), Act.RESCAN_BEGUN);
        entities.createNativeQuery(WANTED).executeUpdate();
        trail.done(
                administrator,
                Act.RESCAN_BEGUN,
                ResourceRef.every("document"),
                Map.of("versions", fill(), "reason", reason.text()));
    }

    private int fill() {
        entities.createNativeQuery("delete from rescan").executeUpdate();
        return entities.createNativeQuery(FILL).executeUpdate();
    }

    /** Has one version scanned again soon, in the running transaction. */
    @Transactional(TxType.MANDATORY)
    public void add(UUID versionId) {
        query(ADD, versionId).executeUpdate();
    }

    /** Takes the newest file that is due; other nodes leave it alone until {@code leaseEnd}. */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public Optional<Due> claim(Instant leaseEnd) {
        List<?> rows = entities.createNativeQuery(CLAIM)
                .setParameter(1, leaseEnd.toString())
                .getResultList();
        return rows.stream().findFirst().map(Row::of).map(row -> {
            DocumentVersion version =
                    entities.find(DocumentVersion.class, row.id(0).orElseThrow());
            Document document = entities.find(Document.class, version.documentId());
            return new Due(Reception.pending(document, version), (int) row.number(1), (int) row.number(2));
        });
    }

    /** Leaves the file alone until then: its scan goes on, or gave no verdict and is tried again. */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public void postpone(Due due, Instant until) {
        query(POSTPONE, due.file().versionId())
                .setParameter(2, until.toString())
                .setParameter(3, due.round())
                .executeUpdate();
    }

    /** Whether the file is still there to be read: it may have been erased or recalled while it was scanned. */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public boolean holds(Due due) {
        return Optional.ofNullable(
                        entities.find(DocumentVersion.class, due.file().versionId()))
                .filter(version -> version.state() == DocumentState.AVAILABLE)
                .isPresent();
    }

    /** The file has its verdict in this round. */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public void done(Due due) {
        finish(due);
    }

    /**
     * The same where no scanner convicts the file but today's checks would not let it in. That is no reason to withdraw
     * what people work with; the trail tells.
     */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public void objected(Due due, Objection why) {
        finish(due);
        trail.done(
                Act.RESCAN_OBJECTED,
                ResourceRef.document(due.file().documentId()),
                Map.of(
                        "version", due.file().number(),
                        "reason", why.rule().problem().slug(),
                        "rule", why.rule().slug(),
                        "member", why.member().orElse("none")));
    }

    private void finish(Due due) {
        query(DONE, due.file().versionId()).setParameter(2, due.round()).executeUpdate();
    }

    /** How many versions the round has yet to decide. */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public long waiting() {
        return Row.of(entities.createNativeQuery(WAITING).getSingleResult()).number(0);
    }

    private Query query(String statement, UUID versionId) {
        return entities.createNativeQuery(statement).setParameter(1, versionId.toString());
    }
}
