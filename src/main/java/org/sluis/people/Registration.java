package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.sluis.kernel.Ids;
import org.sluis.platform.security.Identity;

/** Makes a person or organisation known once, also when two requests meet it first at the same moment. */
@ApplicationScoped
class Registration {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Transactional(TxType.REQUIRES_NEW)
    public void ensure(Identity identity) {
        entities.createNativeQuery("""
                        insert into person (id, issuer, subject, name, email, language, employee)
                        values (?1, ?2, ?3, ?4, ?5, ?6, false) on conflict (issuer, subject) do nothing
                        """)
                .setParameter(1, Ids.next().toString())
                .setParameter(2, identity.issuer())
                .setParameter(3, identity.subject())
                .setParameter(4, identity.name())
                .setParameter(5, identity.email().orElse(null))
                .setParameter(6, identity.language().getLanguage())
                .executeUpdate();
    }

    /** The organisation of that name. */
    @Transactional(TxType.REQUIRED)
    public UUID organisation(String name) {
        return entities.createQuery("select o from Organisation o where o.name = :name", Organisation.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .map(Organisation::id)
                .orElseGet(() -> found(name));
    }

    private UUID found(String name) {
        entities.createNativeQuery("insert into organisation (id, name) values (?1, ?2) on conflict (name) do nothing")
                .setParameter(1, Ids.next().toString())
                .setParameter(2, name)
                .executeUpdate();
        return entities.createQuery("select o from Organisation o where o.name = :name", Organisation.class)
                .setParameter("name", name)
                .getSingleResult()
                .id();
    }
}
