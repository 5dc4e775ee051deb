package org.sluis.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.inspection.clamd.ScannerPool;

/** Whether scanners and storage work, found out no more than twice a minute however many look. */
@ApplicationScoped
class Works {

    private static final Duration FRESH = Duration.ofSeconds(30);

    @Inject
    ScannerPool scanners;

    @Inject
    EncryptedBlobs blobs;

    private volatile @Nullable Found found;

    /** What was found at an instant. */
    record Found(Instant at, boolean scanner, boolean storage) {}

    Found look() {
        Found last = found;
        if (last == null || last.at().isBefore(Instant.now().minus(FRESH))) {
            last = new Found(Instant.now(), scanners.isFit(), blobs.works());
            found = last;
        }
        return last;
    }
}
