package org.sluis.people;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The realm takes no part in the portal's transactions. What was done there is taken back when the transaction it belongs
 * to does not commit; where that fails as well, the comparison of accounts and persons finds the difference.
 */
@ApplicationScoped
class Compensation {

    private static final Logger LOG = System.getLogger(Compensation.class.getName());

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @SuppressWarnings("NullAway.Init")
    Compensation() {}

    /** Runs {@code undo} after the running transaction, unless that commits. */
    public void unlessCommitted(Runnable undo) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is known yet.
            }

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) {
                    takeBack(undo);
                }
            }
        });
    }

    private static void takeBack(Runnable undo) {
        try {
            undo.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "An account could not be put back as it was: {0}", failed.toString());
        }
    }
}
