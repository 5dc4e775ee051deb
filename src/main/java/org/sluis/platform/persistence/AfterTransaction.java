package org.sluis.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does work once the running transaction has ended, however it ended. Its connection is back in the pool by then, so work
 * that needs a transaction of its own needs no second connection: a pool that a crowd of requests holds, each waiting for
 * another connection, would stand still.
 */
@ApplicationScoped
public class AfterTransaction {

    private static final Object KEY = AfterTransaction.class;
    private static final String CARRIED = AfterTransaction.class.getName();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /**
     * Does it at once where no transaction runs.
     *
     * @throws IllegalStateException in a transaction that no transactional method has begun
     */
    public void run(Runnable work) {
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            work.run();
        } else if (transaction.getResource(KEY) instanceof Work left) {
            left.add(work);
        } else {
            throw new IllegalStateException("nobody will know when this transaction has ended");
        }
    }

    /** Lets a call that is about to begin a transaction leave work behind. */
    static Work prepare(InvocationContext call) {
        Work left = new Work();
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

    /** What one transaction leaves behind. */
    static final class Work {

        private final List<Runnable> pieces = new ArrayList<>();

        private void add(Runnable piece) {
            pieces.add(piece);
        }

        void run() {
            pieces.forEach(Runnable::run);
        }
    }
}
