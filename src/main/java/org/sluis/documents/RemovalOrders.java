package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sluis.platform.persistence.Row;

/** Which blobs wait to be removed. */
@ApplicationScoped
public class RemovalOrders {

    private static final String ORDER = """
            insert into blob_removal (blob_id, ordered_at)
            select id, clock_timestamp() from unnest(cast(?1 as uuid[])) as id
            on conflict do nothing
            """;

    private static final String DUE = """
            select blob_id, attempts from blob_removal
            where next_attempt_at <= clock_timestamp() order by next_attempt_at limit ?1
            """;

    private static final String POSTPONE = """
            update blob_removal set attempts = attempts + 1, next_attempt_at = cast(?2 as timestamptz)
            where blob_id = cast(?1 as uuid)
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /**
     * An order that is due.
     *
     * @param attempts how often the store could not carry it out
     */
    record Order(UUID blobId, int attempts) {}

    /** Orders the removal of bytes in the transaction that takes them from their row. */
    @Transactional(TxType.MANDATORY)
    public void add(UUID blobId) {
        addAll(List.of(blobId));
    }

    /** The same for several. */
    @Transactional(TxType.MANDATORY)
    public void addAll(Collection<UUID> blobIds) {
        entities.createNativeQuery(ORDER).setParameter(1, Row.array(blobIds)).executeUpdate();
    }

    @Transactional
    List<Order> due(int most) {
        List<?> rows = entities.createNativeQuery(DUE).setParameter(1, most).getResultList();
        return rows.stream()
                .map(Row::of)
                .map(row -> new Order(row.id(0).orElseThrow(), (int) row.number(1)))
                .toList();
    }

    @Transactional
    void done(UUID blobId) {
        entities.createNativeQuery("delete from blob_removal where blob_id = cast(?1 as uuid)")
                .setParameter(1, blobId.toString())
                .executeUpdate();
    }

    /** Leaves one that cannot be carried out now for later, so that it holds up no other. */
    @Transactional
    void postpone(UUID blobId, Instant next) {
        entities.createNativeQuery(POSTPONE)
                .setParameter(1, blobId.toString())
                .setParameter(2, next.toString())
                .executeUpdate();
    }

    /** How many the store could not carry out so far. */
    @Transactional
    long failing() {
        return Row.of(entities.createNativeQuery("select count(*) from blob_removal where attempts > 0")
                        .getSingleResult())
                .number(0);
    }
}
