package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/**
 * Which documents wait for the words of their content to be taken, in the database alone, and the words that were. A trigger has a row
 * here for each document that is available, begins anew with each version, and removes it in the transaction that takes the document
 * away; this class fills the rows. {@code next_attempt_at} is when the next try is due, when the lease of the node at it ends, or
 * never.
 */
@ApplicationScoped
public class WordQueue {

    /** The newest first: who has just sent something looks for it. */
    private static final String CLAIM = """
            update document_words set attempts = attempts + 1, claim = nextval('claim_number'),
                next_attempt_at = cast(?1 as timestamptz)
            where document_id in (
                select q.document_id from document_words q
                join document d on d.id = q.document_id
                join document_version v on v.document_id = d.id and v.number = d.current_version
                where q.words is null and q.next_attempt_at <= clock_timestamp()
                order by q.document_id desc limit 1 for update of q skip locked)
            returning document_id, claim, attempts
            """;

    private static final String KEEP = """
            update document_words set words = cast(?3 as tsvector), made_by = ?4
            where document_id = cast(?1 as uuid) and claim = ?2
            """;

    private static final String POSTPONE = """
            update document_words set next_attempt_at = cast(?3 as timestamptz), attempts = ?4
            where document_id = cast(?1 as uuid) and claim = ?2
            """;

    private static final String GIVE_UP = """
            update document_words set next_attempt_at = 'infinity', made_by = ?3
            where document_id = cast(?1 as uuid) and claim = ?2
            """;

    private static final String RENEW = """
            update document_words set words = null, made_by = null, attempts = 0, claim = nextval('claim_number'),
                next_attempt_at = clock_timestamp()
            where made_by <> ?1
            """;

    private static final String WAITING = """
            select count(*) from document_words where words is null and next_attempt_at < 'infinity'
            """;

    private static final String GIVEN_UP = """
            select count(*) from document_words where words is null and next_attempt_at = 'infinity'
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /**
     * A document whose turn it is.
     *
     * @param claim under which number it was taken up; who comes later has a higher one
     * @param attempts how many tries were begun, this one included
     */
    record Due(UUID documentId, Content content, long claim, int attempts) {}

    /** Takes up one document; other nodes leave it alone until {@code leaseEnd}. */
    @Transactional
    @ActsAs(SystemCaller.INDEXER)
    public Optional<Due> claim(Instant leaseEnd) {
        List<?> rows = entities.createNativeQuery(CLAIM)
                .setParameter(1, leaseEnd.toString())
                .getResultList();
        return rows.stream().findFirst().map(Row::of).map(row -> {
            UUID documentId = row.id(0).orElseThrow();
            return new Due(documentId, content(documentId), row.number(1), (int) row.number(2));
        });
    }

    private Content content(UUID documentId) {
        return entities.createQuery("""
                        select v from DocumentVersion v, Document d
                        where d.id = :document and v.documentId = d.id and v.number = d.currentVersion
                        """, DocumentVersion.class)
                .setParameter("document", documentId)
                .getSingleResult()
                .content();
    }

    /** Keeps the words, unless the document has another version by now or is gone. */
    @Transactional
    @ActsAs(SystemCaller.INDEXER)
    public void keep(Due due, String words, String madeBy) {
        claimed(KEEP, due).setParameter(3, words).setParameter(4, madeBy).executeUpdate();
    }

    /**
     * Leaves it for later.
     *
     * @param attempts that count
     */
    @Transactional
    @ActsAs(SystemCaller.INDEXER)
    public void postpone(Due due, Instant until, int attempts) {
        claimed(POSTPONE, due)
                .setParameter(3, until.toString())
                .setParameter(4, attempts)
                .executeUpdate();
    }

    /** Tries no more until the document has another version, or words are taken in another way. */
    @Transactional
    @ActsAs(SystemCaller.INDEXER)
    public void giveUp(Due due, String madeBy) {
        claimed(GIVE_UP, due).setParameter(3, madeBy).executeUpdate();
    }

    /**
     * Has everything done anew that was done under another key or by other rules.
     *
     * @return how many documents
     */
    @Transactional
    @ActsAs(SystemCaller.INDEXER)
    public int renew(String madeBy) {
        return entities.createNativeQuery(RENEW).setParameter(1, madeBy).executeUpdate();
    }

    /** How many documents wait. */
    @Transactional
    @ActsAs(SystemCaller.INDEXER)
    public long waiting() {
        return count(WAITING);
    }

    /** Of how many nothing could be taken. */
    @Transactional
    @ActsAs(SystemCaller.INDEXER)
    public long givenUp() {
        return count(GIVEN_UP);
    }

    private long count(String statement) {
        return Row.of(entities.createNativeQuery(statement).getSingleResult()).number(0);
    }

    private Query claimed(String statement, Due due) {
        return entities.createNativeQuery(statement)
                .setParameter(1, due.documentId().toString())
                .setParameter(2, due.claim());
    }
}
