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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.NamedBlobs;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.Jobs;

/**
 * Removes what crashes leave of uploads, and uploads in pieces that have expired, at start and every hour. Age alone
 * tells what is left over from what is on its way, so nodes that share a store need not know of each other.
 */
@ApplicationScoped
public class Sweeper {

    private static final Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    @Inject
    Jobs jobs;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    NamedBlobs named;

    @Inject
    ResumableUploads uploads;

    @Inject
    Settings settings;

    void start(@Observes Startup event) {
        jobs.begin(this::sweep);
        jobs.every(PAUSE, this::sweep);
    }

    void sweep() {
        Instant before = Instant.now().minus(longest());
        try {
            forgetExpired();
            int cutOff = blobs.sweep(before);
            int unnamed = new UnnamedBlobs(blobs, named::among).remove(before);
            if (cutOff + unnamed > 0) {
                LOG.log(Level.INFO, "Removed {0} uploads cut off and {1} blobs without a version", cutOff, unnamed);
            }
        } catch (IOException | RuntimeException tryAgain) {
            LOG.log(Level.WARNING, "What crashes left of uploads cannot be removed now", tryAgain);
        }
    }

    /** What comes in pieces may come for longer than what comes whole. */
    private Duration longest() {
        Duration whole = settings.intake().longestUpload();
        Duration pieces = settings.uploads().expiry();
        return whole.compareTo(pieces) < 0 ? pieces : whole;
    }

    private void forgetExpired() {
        List<Optional<UUID>> forgotten = uploads.forgetExpired(AT_ONCE);
        while (!forgotten.isEmpty()) {
            forgotten.forEach(blob -> blob.ifPresent(left -> Discarding.abandon(blobs, left)));
            forgotten = uploads.forgetExpired(AT_ONCE);
        }
    }
}
