package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Ids;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.security.Identity;

/** Makes a person or organisation known once, also when two requests meet it first at the same moment. */
@ApplicationScoped
public class Registration {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Waits for whoever makes the same person known at this moment. In the running transaction: one connection serves. */
    @Transactional
    @ActsAs(SystemCaller.REGISTRAR)
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

    /** Notes that the person signs in, where nothing was noted within the hour. In the running transaction. */
    @Transactional
    @ActsAs(SystemCaller.REGISTRAR)
    public void signsIn(UUID person) {
        entities.createNativeQuery("""
                        insert into last_sign_in (person_id) values (?1)
                        on conflict (person_id) do update set at = excluded.at
                        where last_sign_in.at < excluded.at - interval '1 hour'
                        """).setParameter(1, person.toString()).executeUpdate();
    }

    /**
     * The organisation that accounts name by {@code key}. One that nobody has met is founded under that name; none where
     * another has taken the name meanwhile, since it may be somebody else's.
     */
    @Transactional
    @ActsAs(SystemCaller.REGISTRAR)
    public Optional<UUID> organisation(String key) {
        return known(key).or(() -> {
            entities.createNativeQuery(
                            "insert into organisation (id, name, realm_key) values (?1, ?3, ?2) on conflict do nothing")
                    .setParameter(1, Ids.next().toString())
                    .setParameter(2, key)
                    .setParameter(3, PlainText.mended(key))
                    .executeUpdate();
            return known(key);
        });
    }

    private Optional<UUID> known(String key) {
        return entities.createQuery("select o from Organisation o where o.realmKey = :key", Organisation.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(Organisation::id);
    }
}
