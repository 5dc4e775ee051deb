package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;

/** Which stored bytes somebody can still need: a version names them and has their key. */
@ApplicationScoped
public class NamedBlobs {

    private static final String NAMED =
            "select v.blobId from DocumentVersion v where v.blobId in :blobs and v.wrappedKey is not null";

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Those of {@code blobs} that a version names and can read. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public Set<UUID> among(Collection<UUID> blobs) {
        if (blobs.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(entities.createQuery(NAMED, UUID.class)
                .setParameter("blobs", blobs)
                .getResultList());
    }
}
