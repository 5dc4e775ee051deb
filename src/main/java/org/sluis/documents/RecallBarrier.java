package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sluis.platform.persistence.Row;

/**
 * Lets no download slip past a recall: one that began before is entered when the recall asks who has the bytes, one
 * that begins later finds the recall done. Held to the end of the transaction, by advisory locks, because readers have no
 * right to lock the row itself.
 */
@ApplicationScoped
public class RecallBarrier {

    private static final String SHARED = """
            select cast(pg_advisory_xact_lock_shared(hashtextextended(cast(id as text), 0)) as text)
            from unnest(cast(?1 as uuid[])) as id
            """;

    private static final String EXCLUSIVE =
            "select cast(pg_advisory_xact_lock(hashtextextended(cast(cast(?1 as uuid) as text), 0)) as text)";

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Before the state of these documents is read for a download. */
    @Transactional(TxType.MANDATORY)
    public void download(Collection<UUID> documentIds) {
        enter(SHARED, Row.array(documentIds));
    }

    /** Before a version of the document is recalled. */
    @Transactional(TxType.MANDATORY)
    public void recall(UUID documentId) {
        enter(EXCLUSIVE, documentId.toString());
    }

    private List<?> enter(String statement, String documents) {
        return entities.createNativeQuery(statement).setParameter(1, documents).getResultList();
    }
}
