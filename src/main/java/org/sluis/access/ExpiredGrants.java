package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;

/**
 * Grants that are over. No query counts them, but each would step over them for ever, so they leave the table that lists
 * are made from for the history.
 */
@ApplicationScoped
public class ExpiredGrants {

    private static final String MOVE = """
            with over as (
                delete from document_grant
                where id in (select id from document_grant where valid_until <= statement_timestamp()
                             order by valid_until limit ?1)
                returning *)
            insert into document_grant_history (id, principal_id, principal_kind, document_id, access_right, valid_from,
                                                valid_until, purpose, granted_by, granted_at, ended_at, ended_how)
            select id, principal_id, principal_kind, document_id, access_right, valid_from,
                   valid_until, purpose, granted_by, granted_at, valid_until, 'EXPIRED'
            from over
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /**
     * Moves the longest expired.
     *
     * @return how many were moved, at most {@code most}
     */
    @Transactional
    @ActsAs(SystemCaller.SWEEPER)
    public int move(int most) {
        return entities.createNativeQuery(MOVE).setParameter(1, most).executeUpdate();
    }
}
