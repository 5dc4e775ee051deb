package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.RemovalOrders.Order;
import org.sluis.platform.health.Meters;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.jobs.RetryDelay;

/**
 * Removes bytes whose key is destroyed. The order is written with the act, so that a crash between the two loses
 * nothing; carrying it out twice does no harm, so several nodes need not agree. What the store does not remove is tried
 * again, later and later, and holds up nothing else.
 */
@ApplicationScoped
public class BlobRemoval {

    private static final Logger LOG = System.getLogger(BlobRemoval.class.getName());
    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final RetryDelay DELAY = new RetryDelay(Duration.ofHours(1));

    @Inject
    Jobs jobs;

    @Inject
    RemovalOrders orders;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Meters meters;

    private final RandomGenerator random = new SecureRandom();

    void start(@Observes Startup event) {
        meters.watch(
                "sluis_removals_failing",
                "Stored bytes nobody can read any more, which the store could not remove so far",
                MetricUnits.NONE,
                orders::failing);
        jobs.every("removals", PAUSE, this::carryOut);
    }

    /** Orders the removal in the running transaction. */
    void order(UUID blobId) {
        orders.add(blobId);
    }

    private void carryOut() {
        try {
            orders.due(AT_ONCE).forEach(this::carryOut);
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "Bytes cannot be removed yet: {0}", databaseAway.toString());
        }
    }

    private void carryOut(Order order) {
        try {
            blobs.abandon(order.blobId());
        } catch (IOException stays) {
            LOG.log(Level.ERROR, "ALARM: blob " + order.blobId() + " cannot be removed", stays);
            orders.postpone(order.blobId(), Instant.now().plus(DELAY.after(order.attempts() + 1, random)));
            return;
        }
        orders.done(order.blobId());
    }
}
