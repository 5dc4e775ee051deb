package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.NamedBlobs;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.Jobs;

/**
 * Removes what crashes leave of uploads, at start and every hour. Age alone tells what is left over from what is on its
 * way, so nodes that share a store need not know of each other.
 */
@ApplicationScoped
public class Sweeper {

    private static final Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final Duration PAUSE = Duration.ofHours(1);

    @Inject
    Jobs jobs;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    NamedBlobs named;

    @Inject
    Settings settings;

    void start(@Observes Startup event) {
        jobs.begin(this::sweep);
        jobs.every(PAUSE, this::sweep);
    }

    void sweep() {
        Instant before = Instant.now().minus(settings.intake().longestUpload());
        try {
            int cutOff = blobs.sweep(before);
            int unnamed = new UnnamedBlobs(blobs, named::among).remove(before);
            if (cutOff + unnamed > 0) {
                LOG.log(Level.INFO, "Removed {0} uploads cut off and {1} blobs without a version", cutOff, unnamed);
            }
        } catch (IOException | RuntimeException tryAgain) {
            LOG.log(Level.WARNING, "What crashes left of uploads cannot be removed now", tryAgain);
        }
    }
}
