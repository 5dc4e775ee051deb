package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;

/** Keeps a checksum that was computed after the reception. It says nothing new of the version, so its revision stays. */
@ApplicationScoped
public class KeptChecksums {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Transactional
    @ActsAs(SystemCaller.GATE)
    public void keep(UUID blobId, long crc32) {
        entities.createNativeQuery("update document_version set crc32 = ?1 where blob_id = ?2 and crc32 is null")
                .setParameter(1, crc32)
                .setParameter(2, blobId.toString())
                .executeUpdate();
    }
}
