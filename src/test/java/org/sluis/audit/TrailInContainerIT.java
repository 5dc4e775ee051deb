package org.sluis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.stack.InContainer;

@InContainer
class TrailInContainerIT {

    @Inject
    Trail trail;

    @Inject
    UserTransaction transaction;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    private final ResourceRef document = ResourceRef.document(Ids.next());
    private final Caller caller =
            new Caller(Ids.next(), "Client", Set.of(Role.CLIENT), Optional.empty(), Optional.of("192.0.2.7"));

    @Test
    void entryIsThereOnceItsActIsCommitted() throws Exception {
        transaction.begin();
        trail.done(caller, Act.DOCUMENT_VIEWED, document, Map.of("version", 1));
        transaction.commit();
        assertThat(entries("ALLOWED")).isEqualTo(1);
    }

    @Test
    void entryIsGoneWithTheActItDescribes() throws Exception {
        transaction.begin();
        trail.done(caller, Act.DOCUMENT_VIEWED, document, Map.of());
        trail.done(Act.DOCUMENT_RELEASED, document, Map.of());
        transaction.rollback();
        assertThat(entries("ALLOWED")).isZero();
    }

    @Test
    void nothingIsEnteredOutsideAnAct() {
        assertThatThrownBy(() -> trail.done(caller, Act.DOCUMENT_VIEWED, document, Map.of()))
                .isInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void refusalStaysWhateverBecomesOfTheTransactionThatFoundOut() throws Exception {
        transaction.begin();
        trail.denied(caller, Act.DOCUMENT_DOWNLOADED, document);
        transaction.rollback();
        assertThat(entries("DENIED")).isEqualTo(1);
    }

    @Test
    void applicationCannotChangeOrRemoveAnEntry() throws Exception {
        trail.denied(caller, Act.DOCUMENT_DOWNLOADED, document);
        for (String change : new String[] {"update audit_entry set outcome = 'ALLOWED'", "delete from audit_entry"}) {
            transaction.begin();
            assertThatThrownBy(() -> entities.createNativeQuery(change).executeUpdate())
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("permission denied");
            transaction.rollback();
        }
        assertThat(entries("DENIED")).isEqualTo(1);
    }

    private long entries(String outcome) throws Exception {
        UUID about = document.id().orElseThrow();
        transaction.begin();
        try {
            return ((Number) entities.createNativeQuery(
                                    "select count(*) from audit_entry where resource_id = cast(?1 as uuid) and outcome = ?2")
                            .setParameter(1, about.toString())
                            .setParameter(2, outcome)
                            .getSingleResult())
                    .longValue();
        } finally {
            transaction.rollback();
        }
    }
}
