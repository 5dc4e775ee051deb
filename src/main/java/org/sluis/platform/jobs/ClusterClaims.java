package org.sluis.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.sluis.platform.persistence.Row;

/** Which node does what is done once in the cluster, in the database alone. */
@ApplicationScoped
public class ClusterClaims {

    private static final String KNOWN = """
            insert into cluster_work (name, due_at) values (?1, clock_timestamp()) on conflict do nothing
            """;

    private static final String CLAIM = """
            update cluster_work set claim = nextval('claim_number'), due_at = cast(?2 as timestamptz)
            where name = ?1 and due_at <= clock_timestamp()
            returning claim
            """;

    private static final String RENEW = """
            update cluster_work set due_at = cast(?3 as timestamptz) where name = ?1 and claim = ?2
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Takes work that is due; other nodes leave it alone until {@code leaseEnd}. */
    @Transactional
    OptionalLong claim(String name, Instant leaseEnd) {
        entities.createNativeQuery(KNOWN).setParameter(1, name).executeUpdate();
        List<?> rows = entities.createNativeQuery(CLAIM)
                .setParameter(1, name)
                .setParameter(2, leaseEnd.toString())
                .getResultList();
        return rows.stream().mapToLong(row -> Row.of(row).number(0)).findFirst();
    }

    /**
     * Says when it is due next.
     *
     * @return whether the claim still holds
     */
    @Transactional
    boolean renew(String name, long claim, Instant due) {
        return entities.createNativeQuery(RENEW)
                        .setParameter(1, name)
                        .setParameter(2, claim)
                        .setParameter(3, due.toString())
                        .executeUpdate()
                > 0;
    }
}
