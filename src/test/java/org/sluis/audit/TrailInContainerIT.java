package org.sluis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.Transactional;
import jakarta.transaction.UserTransaction;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.stack.InContainer;

@InContainer
class TrailInContainerIT {

    @Inject
    Trail trail;

    @Inject
    UseCase useCase;

    @Inject
    UserTransaction transaction;

    @Inject
    Event<AuditEvent> events;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    private final ResourceRef document = ResourceRef.document(Ids.next());
    private final Caller caller =
            new Caller(Ids.next(), "Administrator", Set.of(Role.ADMIN), Optional.empty(), Optional.of("192.0.2.7"));

    @Test
    void entryIsThereOnceItsActIsCommitted() {
        useCase.as(caller, () -> trail.done(caller, Tried.TEST_DONE, document, new Tried.Times(1)));
        assertThat(entries("ALLOWED")).isEqualTo(1);
    }

    @Test
    void whatAnotherRoomTellsIsEnteredAlike() {
        useCase.as(caller, () -> {
            events.fire(AuditEvent.done(caller, Tried.TEST_DONE, document, new Tried.Times(2)));
            events.fire(AuditEvent.refused(caller, Tried.TEST_DONE, document));
        });
        assertThat(entries("ALLOWED")).isEqualTo(1);
        assertThat(entries("DENIED")).isEqualTo(1);
    }

    @Test
    void whatThePortalDoesByItselfHasNoActor() {
        useCase.byItself(() -> trail.done(Tried.TEST_DONE, document, new Tried.Times(1)));
        assertThat(entries("ALLOWED")).isEqualTo(1);
    }

    @Test
    void nobodyIsEnteredForAnotherOrWithoutANameAtAll() throws Exception {
        Caller other = new Caller(Ids.next(), "Other", Set.of(), Optional.empty(), Optional.empty());
        assertThatThrownBy(() ->
                        useCase.as(caller, () -> trail.done(other, Tried.TEST_DONE, document, new Tried.Times(1))))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> useCase.as(caller, () -> trail.done(Tried.TEST_DONE, document, new Tried.Times(1))))
                .hasStackTraceContaining("row-level security");
        transaction.begin();
        assertThatThrownBy(() -> trail.done(caller, Tried.TEST_DONE, document, new Tried.Times(1)))
                .hasStackTraceContaining("row-level security");
        transaction.rollback();
        assertThat(entries("ALLOWED")).isZero();
    }

    @Test
    void entryIsGoneWithTheActItDescribes() {
        assertThatThrownBy(() -> useCase.as(caller, () -> {
                    trail.done(caller, Tried.TEST_DONE, document, new Tried.Times(1));
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(entries("ALLOWED")).isZero();
    }

    @Test
    void nothingIsEnteredOutsideAnAct() {
        assertThatThrownBy(() -> trail.done(caller, Tried.TEST_DONE, document, new Tried.Times(1)))
                .isInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void refusalStaysAlthoughTheTransactionThatFoundOutIsUndone() {
        assertThatThrownBy(() -> useCase.as(caller, () -> {
                    trail.denied(caller, Tried.TEST_DONE, document);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(entries("DENIED")).isEqualTo(1);
    }

    /** A request that waited for a second connection while it held one could bring the whole pool to a stand. */
    @Test
    void refusalIsWrittenOnceItsTransactionHasEnded() {
        AtomicLong meanwhile = new AtomicLong();
        useCase.as(
                caller,
                () -> useCase.as(caller, () -> {
                    trail.denied(caller, Tried.TEST_DONE, document);
                    meanwhile.set(seen("DENIED"));
                }));
        assertThat(meanwhile).hasValue(0);
        assertThat(entries("DENIED")).isEqualTo(1);
    }

    @Test
    void refusalIsNotTakenWhereNobodyKnowsWhenItsTransactionEnds() throws Exception {
        transaction.begin();
        assertThatThrownBy(() -> trail.denied(caller, Tried.TEST_DONE, document))
                .isInstanceOf(IllegalStateException.class);
        transaction.rollback();
    }

    @Test
    void applicationCannotChangeOrRemoveAnEntry() throws Exception {
        trail.denied(caller, Tried.TEST_DONE, document);
        for (String change : new String[] {"update audit_entry set outcome = 'ALLOWED'", "delete from audit_entry"}) {
            transaction.begin();
            assertThatThrownBy(() -> entities.createNativeQuery(change).executeUpdate())
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("permission denied");
            transaction.rollback();
        }
        assertThat(entries("DENIED")).isEqualTo(1);
    }

    private long entries(String outcome) {
        AtomicLong found = new AtomicLong();
        useCase.as(caller, () -> found.set(seen(outcome)));
        return found.get();
    }

    private long seen(String outcome) {
        return ((Number) entities.createNativeQuery(
                                "select count(*) from audit_entry where resource_id = cast(?1 as uuid) and outcome = ?2")
                        .setParameter(1, document.id().orElseThrow().toString())
                        .setParameter(2, outcome)
                        .getSingleResult())
                .longValue();
    }

    private enum Tried implements AuditAction {
        TEST_DONE;

        record Times(int times) implements Facts {}

        @Override
        public Class<? extends Facts> facts() {
            return Times.class;
        }
    }

    /** What an administrator, or the portal by itself, does. */
    @ApplicationScoped
    public static class UseCase {

        @Transactional
        public void as(Caller caller, Runnable work) {
            work.run();
        }

        @Transactional
        @ActsAs(SystemCaller.GATE)
        public void byItself(Runnable work) {
            work.run();
        }
    }
}
