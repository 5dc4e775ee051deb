package org.sluis.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.audit.Trail;
import org.sluis.documents.Document;
import org.sluis.documents.DocumentState;
import org.sluis.documents.DocumentVersion;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.parsing.Objection;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/**
 * What has yet to be scanned again, in the database alone: nodes share it, and a round goes on where it was after any
 * restart. A round holds every version that is available or on its way through the gate when it begins, and is filled page
 * by page; a version without verdict stays in it. {@code next_attempt_at} is when the next try is due, or when the lease of the node at it ends.
 */
@ApplicationScoped
public class RescanQueue {

    private static final String DUE = """
            update rescan_round set number = number + 1, begun_at = clock_timestamp(), filled_down_to = cast(?3 as uuid),
                signatures = nullif(greatest(signatures, cast(?1 as int)), 0)
            where cast(?1 as int) > coalesce(signatures, 0) or begun_at < cast(?2 as timestamptz)
            """;

    private static final String WANTED = """
            update rescan_round set number = number + 1, begun_at = clock_timestamp(), filled_down_to = cast(?1 as uuid)
            """;

    /** What has or may get a place in a round. */
    private static final List<DocumentState> STATES = List.of(DocumentState.CHECKING, DocumentState.AVAILABLE);

    private static final String VERSIONS = "select count(v) from DocumentVersion v where v.state in :states";

    private static final String UNFILLED = """
            select number, filled_down_to from rescan_round where filled_down_to is not null for update skip locked
            """;

    private static final String PAGE = """
            select v.id from DocumentVersion v where v.id < :below and v.state in :states order by v.id desc
            """;

    /** What an earlier round left undecided is in this one as if it had never been tried. */
    private static final String FILL = """
            insert into rescan (version_id, round, next_attempt_at)
            select id, ?2, clock_timestamp() from unnest(cast(?1 as uuid[])) as id
            on conflict (version_id) do update
            set round = excluded.round, next_attempt_at = excluded.next_attempt_at, attempts = 0,
                claim = nextval('claim_number')
            where rescan.round < excluded.round
            """;

    private static final String FILLED = "update rescan_round set filled_down_to = cast(nullif(?1, '') as uuid)";

    private static final String ADD = """
            insert into rescan (version_id, round, next_attempt_at)
            select cast(?1 as uuid), number, clock_timestamp() from rescan_round
            on conflict (version_id) do update set round = excluded.round, next_attempt_at = excluded.next_attempt_at
            """;

    /** What still waits at the gate stays in the queue untouched until it is through. */
    private static final String CLAIM = """
            update rescan set attempts = attempts + 1, claim = nextval('claim_number'),
                next_attempt_at = cast(?1 as timestamptz)
            where version_id in (
                select q.version_id from rescan q
                join rescan_round r on r.number = q.round
                join document_version v on v.id = q.version_id
                join document d on d.id = v.document_id
                where q.next_attempt_at <= clock_timestamp() and v.state = 'AVAILABLE'
                order by q.version_id desc limit 1 for update of q skip locked)
            returning version_id, claim, attempts
            """;

    private static final String POSTPONE = """
            update rescan set claim = nextval('claim_number'), next_attempt_at = cast(?3 as timestamptz)
            where version_id = cast(?1 as uuid) and claim = ?2
            """;

    private static final String RENEW = """
            update rescan set next_attempt_at = cast(?3 as timestamptz)
            where version_id = cast(?1 as uuid) and claim = ?2
            """;

    private static final String HELD = """
            select version_id from rescan where version_id = cast(?1 as uuid) and claim = ?2 for update
            """;

    private static final String DONE = "delete from rescan where version_id = cast(?1 as uuid) and claim = ?2";

    private static final String WAITING = """
            select count(*) from rescan q
            join rescan_round r on r.number = q.round
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
     * @param claim under which number it was taken up; who comes later has a higher one
     * @param attempts how many scans of it were begun in this round, this one included
     */
    public record Due(Pending file, long claim, int attempts) {}

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
                .setParameter(3, Ids.TOP.toString())
                .executeUpdate();
        if (changed == 0) {
            return false;
        }
        trail.done(
                QuarantineAction.RESCAN_BEGUN,
                ResourceRef.every("document"),
                new QuarantineFacts.RescanBegun(signatures, versions(), Optional.empty()));
        return true;
    }

    /** Begins a round because an administrator wants one: signatures of one's own have no number that would tell. */
    @Transactional
    public void begin(Caller administrator, Reason reason) {
        quarantine.requireAdministrator(administrator, ResourceRef.every("document"), QuarantineAction.RESCAN_BEGUN);
        entities.createNativeQuery(WANTED).setParameter(1, Ids.TOP.toString()).executeUpdate();
        trail.done(
                administrator,
                QuarantineAction.RESCAN_BEGUN,
                ResourceRef.every("document"),
                new QuarantineFacts.RescanBegun(Optional.empty(), versions(), Optional.of(reason.text())));
    }

    private long versions() {
        return entities.createQuery(VERSIONS, Long.class)
                .setParameter("states", STATES)
                .getSingleResult();
    }

    /**
     * Puts the next versions into a round that was begun, the newest first, where no other node is at that.
     *
     * @param most how many at a time, so that a store of any size begins a round without a long transaction
     * @return whether there may be more
     */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public boolean fill(int most) {
        List<?> unfilled = entities.createNativeQuery(UNFILLED).getResultList();
        if (unfilled.isEmpty()) {
            return false;
        }
        Row round = Row.of(unfilled.get(0));
        int number = (int) round.number(0);
        List<UUID> page = page(round.id(1).orElseThrow(), most);
        entities.createNativeQuery(FILL)
                .setParameter(1, Row.array(page))
                .setParameter(2, number)
                .executeUpdate();
        boolean more = page.size() == most;
        entities.createNativeQuery(FILLED)
                .setParameter(1, more ? page.get(most - 1).toString() : "")
                .executeUpdate();
        if (!more) {
            entities.createNativeQuery("delete from rescan where round < ?1")
                    .setParameter(1, number)
                    .executeUpdate();
        }
        return more;
    }

    private List<UUID> page(UUID below, int most) {
        return entities.createQuery(PAGE, UUID.class)
                .setParameter("below", below)
                .setParameter("states", STATES)
                .setMaxResults(most)
                .getResultList();
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
            return new Due(Reception.pending(document, version), row.number(1), (int) row.number(2));
        });
    }

    /**
     * Keeps a scan for this node.
     *
     * @return whether the claim still holds
     */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public boolean renew(Due due, Instant leaseEnd) {
        return claimed(RENEW, due).setParameter(3, leaseEnd.toString()).executeUpdate() > 0;
    }

    /** Its scan gave no verdict: the file is left alone until then. */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public void postpone(Due due, Instant until) {
        claimed(POSTPONE, due).setParameter(3, until.toString()).executeUpdate();
    }

    /** Whether the scan is still this node's, until the end of the running transaction. */
    @Transactional(TxType.MANDATORY)
    public boolean isClaimed(Due due) {
        return !claimed(HELD, due).getResultList().isEmpty();
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
        if (!finish(due)) {
            return;
        }
        trail.done(
                QuarantineAction.RESCAN_OBJECTED,
                ResourceRef.document(due.file().documentId()),
                new QuarantineFacts.Objected(
                        due.file().number(),
                        why.rule().problem().slug(),
                        why.rule().slug(),
                        why.member()));
    }

    private boolean finish(Due due) {
        return claimed(DONE, due).executeUpdate() > 0;
    }

    /** How many versions the round has yet to decide. */
    @Transactional
    @ActsAs(SystemCaller.RESCANNER)
    public long waiting() {
        return Row.of(entities.createNativeQuery(WAITING).getSingleResult()).number(0);
    }

    private Query claimed(String statement, Due due) {
        return query(statement, due.file().versionId()).setParameter(2, due.claim());
    }

    private Query query(String statement, UUID versionId) {
        return entities.createNativeQuery(statement).setParameter(1, versionId.toString());
    }
}
