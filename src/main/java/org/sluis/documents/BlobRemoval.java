package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.platform.jobs.Jobs;

/**
 * Removes bytes whose key is destroyed. The order is written with the act, so that a crash between the two loses
 * nothing; carrying it out twice does no harm, so several nodes need not agree.
 */
@ApplicationScoped
public class BlobRemoval {

    private static final Logger LOG = System.getLogger(BlobRemoval.class.getName());
    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    Jobs jobs;

    @Inject
    RemovalOrders orders;

    @Inject
    EncryptedBlobs blobs;

    void start(@Observes Startup event) {
        jobs.every(PAUSE, this::carryOut);
    }

    /** Orders the removal in the running transaction. */
    void order(UUID blobId) {
        orders.add(blobId);
    }

    private void carryOut() {
        try {
            for (UUID blob : orders.oldest(AT_ONCE)) {
                blobs.delete(blob);
                orders.done(blob);
            }
        } catch (IOException | RuntimeException tryAgain) {
            LOG.log(Level.WARNING, "Erased bytes cannot be removed yet: {0}", tryAgain.toString());
        }
    }
}
