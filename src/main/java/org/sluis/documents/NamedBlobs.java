package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/** Which stored bytes somebody can still need: a version names them and has their key. */
@ApplicationScoped
public class NamedBlobs {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Those of {@code blobs} that a version names and can read. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public Set<UUID> among(Collection<UUID> blobs) {
        List<?> rows = entities.createNativeQuery("""
                        select blob_id from document_version
                        where blob_id = any (cast(?1 as uuid[])) and wrapped_key is not null
                        """)
                .setParameter(1, Row.array(blobs))
                .getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).collect(Collectors.toSet());
    }
}
