package org.sluis.documents;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sluis.blob.EncryptedBlobs;

/**
 * Removes bytes whose key is destroyed. The order is written with the act, so that a crash between the two loses
 * nothing; carrying it out twice does no harm, so several nodes need not agree.
 */
@ApplicationScoped
public class BlobRemoval {

    private static final Logger LOG = System.getLogger(BlobRemoval.class.getName());
    private static final int AT_ONCE = 100;
    private static final int PAUSE_SECONDS = 5;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    RemovalOrders orders;

    @Inject
    EncryptedBlobs blobs;

    private final AtomicReference<@Nullable Future<?>> rounds = new AtomicReference<>();

    void start(@Observes Startup event) {
        rounds.set(executor.scheduleWithFixedDelay(this::carryOut, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS));
    }

    @PreDestroy
    void stop() {
        Future<?> running = rounds.getAndSet(null);
        if (running != null) {
            running.cancel(false);
        }
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
