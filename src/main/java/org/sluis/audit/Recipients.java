package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.sluis.platform.persistence.Row;

/** Who has had the bytes of a document, by the trail. */
@ApplicationScoped
public class Recipients {

    private static final String OF_VERSION = """
            select distinct actor_id from audit_entry
            where resource_id = cast(?1 as uuid) and act = ?2 and outcome = 'ALLOWED' and actor_id is not null
              and 'version=' || ?3 = any (string_to_array(facts, chr(10)))
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** The persons who downloaded a version, alone or in an archive, wholly or in part. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> of(UUID documentId, int version) {
        List<?> rows = entities.createNativeQuery(OF_VERSION)
                .setParameter(1, documentId.toString())
                .setParameter(2, Act.DOCUMENT_DOWNLOADED.title())
                .setParameter(3, Integer.toString(version))
                .getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).toList();
    }
}
