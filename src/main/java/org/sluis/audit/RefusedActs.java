package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.sluis.kernel.Caller;

/** Appends refusals to the trail, each in a transaction of its own: the one that found out often ends with being undone. */
@ApplicationScoped
class RefusedActs {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** @param refused in whose name the database takes the entry */
    @Transactional
    void append(Caller refused, AuditEntry refusal) {
        refusal.append(entities);
    }
}
