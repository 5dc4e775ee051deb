package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Appends refusals to the trail, each in a transaction of its own: the one that found out often ends with being undone. */
@ApplicationScoped
class RefusedActs {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Transactional
    void append(AuditEntry refusal) {
        refusal.append(entities);
    }
}
