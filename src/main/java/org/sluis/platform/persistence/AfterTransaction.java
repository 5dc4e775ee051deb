package org.sluis.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.health.Meters;

/**
 * Does work once the running transaction has ended, however it ended. Its connection is back in the pool by then, so work
 * that needs a transaction of its own needs no second connection: a pool that a crowd of requests holds, each waiting for
 * another connection, would stand still.
 *
 * <p>The answer of the request is settled by then: what fails here changes it no more, neither a refusal nor a success. Each
 * piece is done whatever becomes of the others, and a failure raises an alarm.
 */
@ApplicationScoped
public class AfterTransaction {

    private static final Logger LOG = System.getLogger(AfterTransaction.class.getName());
    private static final Object KEY = AfterTransaction.class;
    private static final String CARRIED = AfterTransaction.class.getName();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    Meters meters;

    /**
     * Does it at once where no transaction runs.
     *
     * @throws IllegalStateException in a transaction that no transactional method has begun
     */
    public void run(Runnable work) {
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            finish(new Work(List.of(work)));
        } else if (transaction.getResource(KEY) instanceof Work left) {
            left.add(work);
        } else {
            throw new IllegalStateException("nobody will know when this transaction has ended");
        }
    }

    /** Lets a call that is about to begin a transaction leave work behind. */
    static Work prepare(InvocationContext call) {
        Work left = new Work(new ArrayList<>());
        call.getContextData().put(CARRIED, left);
        return left;
    }

    /** Makes what was prepared outside the transaction known inside of it. */
    static void carry(InvocationContext call, TransactionSynchronizationRegistry transaction) {
        @Nullable Object left = call.getContextData().get(CARRIED);
        if (left != null) {
            transaction.putResource(KEY, left);
        }
    }

    /** Does what was left behind. */
    void finish(Work left) {
        List<Throwable> failures = left.pieces().stream()
                .map(AfterTransaction::failure)
                .flatMap(Optional::stream)
                .toList();
        if (failures.isEmpty()) {
            return;
        }
        Throwable first = failures.get(0);
        failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
        LOG.log(Level.ERROR, "ALARM: " + failures.size() + " of what a transaction left to do was not done", first);
        failures.forEach(failure -> meters.leftUndone());
    }

    private static Optional<Throwable> failure(Runnable piece) {
        try {
            piece.run();
            return Optional.empty();
        } catch (RuntimeException | Error failure) {
            return Optional.of(failure);
        }
    }

    /** What one transaction leaves behind, first to last. */
    record Work(List<Runnable> pieces) {

        private void add(Runnable piece) {
            pieces.add(piece);
        }
    }
}
