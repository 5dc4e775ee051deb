package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.sluis.platform.persistence.Row;

/** Which blobs wait to be removed. */
@ApplicationScoped
public class RemovalOrders {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Transactional(TxType.MANDATORY)
    public void add(UUID blobId) {
        entities.createNativeQuery(
                        "insert into blob_removal (blob_id, ordered_at) values (cast(?1 as uuid), clock_timestamp())"
                                + " on conflict do nothing")
                .setParameter(1, blobId.toString())
                .executeUpdate();
    }

    @Transactional
    public List<UUID> oldest(int most) {
        List<?> rows = entities.createNativeQuery("select blob_id from blob_removal order by ordered_at limit ?1")
                .setParameter(1, most)
                .getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).toList();
    }

    @Transactional
    public void done(UUID blobId) {
        entities.createNativeQuery("delete from blob_removal where blob_id = cast(?1 as uuid)")
                .setParameter(1, blobId.toString())
                .executeUpdate();
    }
}
