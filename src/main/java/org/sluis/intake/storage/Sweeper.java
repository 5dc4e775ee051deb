package org.sluis.intake.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.NamedBlobs;
import org.sluis.intake.tus.ResumableUploads;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.ClusterWork;

/**
 * Removes what crashes leave of uploads, and uploads in pieces that have expired, every hour by one node for all. Age tells
 * what is left over of a whole upload from what is on its way; an upload in pieces keeps its bytes as long as it is known,
 * whatever the setting for its time is by now.
 */
@ApplicationScoped
public class Sweeper {

    private static final Logger LOG = System.getLogger(Sweeper.class.getName());
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    @Inject
    ClusterWork work;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    NamedBlobs named;

    @Inject
    ResumableUploads uploads;

    @Inject
    Settings settings;

    void start(@Observes Startup event) {
        work.every("sweeper", PAUSE, this::sweep);
    }

    public void sweep() {
        Instant before = Instant.now().minus(settings.intake().longestUpload());
        try {
            forgetExpired();
            int cutOff = blobs.sweep(before, uploads::onTheirWay);
            int unnamed = new UnnamedBlobs(blobs, this::named).remove(before);
            if (cutOff + unnamed > 0) {
                LOG.log(Level.INFO, "Removed {0} uploads cut off and {1} blobs without a version", cutOff, unnamed);
            }
        } catch (IOException | RuntimeException tryAgain) {
            LOG.log(Level.WARNING, "What crashes left of uploads cannot be removed now", tryAgain);
        }
    }

    private Set<UUID> named(Collection<UUID> some) {
        Set<UUID> needed = new HashSet<>(named.among(some));
        needed.addAll(uploads.onTheirWay(some));
        return needed;
    }

    private void forgetExpired() {
        int forgotten = uploads.forgetExpired(AT_ONCE);
        while (forgotten > 0) {
            forgotten = uploads.forgetExpired(AT_ONCE);
        }
    }
}
