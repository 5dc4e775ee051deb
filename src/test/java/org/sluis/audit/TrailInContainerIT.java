package org.sluis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
    Refusing refusing;

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
    void refusalStaysAlthoughTheTransactionThatFoundOutIsUndone() throws Exception {
        assertThatThrownBy(() -> refusing.refuse(() -> {
                    trail.denied(caller, Act.DOCUMENT_DOWNLOADED, document);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(entries("DENIED")).isEqualTo(1);
    }

    /** A request that waited for a second connection while it held one could bring the whole pool to a stand. */
    @Test
    void refusalIsWrittenOnceItsTransactionHasEnded() {
        AtomicLong meanwhile = new AtomicLong();
        refusing.refuse(() -> refusing.refuse(() -> {
            trail.denied(caller, Act.DOCUMENT_DOWNLOADED, document);
            meanwhile.set(seen("DENIED"));
        }));
        assertThat(meanwhile).hasValue(0);
        AtomicLong afterwards = new AtomicLong();
        refusing.refuse(() -> afterwards.set(seen("DENIED")));
        assertThat(afterwards).hasValue(1);
    }

    @Test
    void refusalIsNotTakenWhereNobodyKnowsWhenItsTransactionEnds() throws Exception {
        transaction.begin();
        assertThatThrownBy(() -> trail.denied(caller, Act.DOCUMENT_DOWNLOADED, document))
                .isInstanceOf(IllegalStateException.class);
        transaction.rollback();
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
        transaction.begin();
        try {
            return seen(outcome);
        } finally {
            transaction.rollback();
        }
    }

    private long seen(String outcome) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from audit_entry where resource_id = cast(?1 as uuid) and outcome = ?2")
                        .setParameter(1, document.id().orElseThrow().toString())
                        .setParameter(2, outcome)
                        .getSingleResult())
                .longValue();
    }

    /** A use case. */
    @ApplicationScoped
    public static class Refusing {

        @Transactional
        public void refuse(Runnable work) {
            work.run();
        }
    }
}
