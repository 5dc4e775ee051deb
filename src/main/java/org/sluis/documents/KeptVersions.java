package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;

/** Every version whose bytes must be in the store, page by page, for those who compare the two. */
@ApplicationScoped
public class KeptVersions {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** The next ones after {@code after}, in the order of their identifiers. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public List<KeptVersion> page(UUID after, int limit) {
        return entities.createQuery(
                        "select v from DocumentVersion v where v.id > :after and v.wrappedKey is not null order by v.id",
                        DocumentVersion.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(version -> new KeptVersion(
                        version.id(),
                        version.documentId(),
                        version.number(),
                        version.blob().orElseThrow()))
                .toList();
    }

    /** Whether its bytes must still be there: it may have been refused or erased meanwhile. */
    @Transactional
    @ActsAs(SystemCaller.GATE)
    public boolean isKept(UUID version) {
        return entities.find(DocumentVersion.class, version).blob().isPresent();
    }
}
