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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.sluis.blob.BlobStore.Kept;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.KeptVersion;
import org.sluis.documents.KeptVersions;
import org.sluis.documents.NamedBlobs;
import org.sluis.intake.storage.StorageFault.Kind;
import org.sluis.platform.config.Settings;
import org.sluis.platform.health.Meters;
import org.sluis.platform.jobs.Jobs;

/**
 * Compares rows and stored bytes, all of them, at a bounded pace: every version's content is read whole and proven, and
 * every stored blob is looked for among the versions. It changes nothing. One at a time runs on a node; its report stays
 * until the next one.
 */
@ApplicationScoped
public class StorageVerification {

    private static final Logger LOG = System.getLogger(StorageVerification.class.getName());
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 200;

    @Inject
    Jobs jobs;

    @Inject
    KeptVersions versions;

    @Inject
    NamedBlobs named;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Settings settings;

    @Inject
    Meters meters;

    private Optional<StorageReport> latest = Optional.empty();
    private Optional<StorageReport> latestWhole = Optional.empty();

    void start(@Observes Startup event) {
        meters.watch(
                "sluis_storage_verification_age",
                "Seconds since the last whole verification by this node began; -1 before the first",
                MetricUnits.SECONDS,
                () -> whole().map(report ->
                                Duration.between(report.begin(), Instant.now()).toSeconds())
                        .orElse(-1L));
        meters.watch(
                "sluis_storage_room",
                "Bytes that can be received before the reserve is touched; -1 where the store does not say",
                MetricUnits.BYTES,
                this::room);
        for (Kind kind : Kind.values()) {
            meters.watch(
                    "sluis_storage_faults",
                    "Faults the last whole verification by this node found",
                    MetricUnits.NONE,
                    () -> whole().map(report -> report.count(kind)).orElse(0L),
                    new Tag("kind", kind.title()));
        }
    }

    /** Begins a verification unless one is running. */
    synchronized Map<String, Object> begin() {
        if (latest.filter(StorageReport::isRunning).isEmpty()) {
            StorageReport report = new StorageReport();
            latest = Optional.of(report);
            jobs.begin(() -> run(report));
        }
        return report();
    }

    /** How the latest one stands. */
    synchronized Map<String, Object> report() {
        return latest.map(StorageReport::members).orElse(Map.of("state", "never"));
    }

    private long room() {
        try {
            return blobs.room();
        } catch (IOException unknown) {
            return -1;
        }
    }

    private synchronized Optional<StorageReport> whole() {
        return latestWhole;
    }

    private void run(StorageReport report) {
        boolean whole = false;
        try {
            compareRows(report);
            compareBytes(report);
            whole = true;
        } catch (IOException | RuntimeException brokenOff) {
            LOG.log(Level.WARNING, "The verification of the store was broken off: {0}", brokenOff.toString());
        } finally {
            ended(report, whole);
        }
    }

    private synchronized void ended(StorageReport report, boolean whole) {
        report.ended(whole);
        if (whole) {
            latestWhole = Optional.of(report);
        }
    }

    private void compareRows(StorageReport report) throws IOException {
        StoredProof proof =
                new StoredProof(blobs, new Throttle(settings.blobs().verificationPace(), System::nanoTime), report);
        List<KeptVersion> page = versions.page(FIRST, PAGE);
        while (!page.isEmpty()) {
            for (KeptVersion version : page) {
                Optional<Kind> flaw = proof.flaw(version.blob());
                report.readVersion();
                if (flaw.isPresent() && versions.isKept(version.id())) {
                    raise(report, new StorageFault(flaw.get(), version.blob().id(), Optional.of(version)));
                }
            }
            page = versions.page(page.get(page.size() - 1).id(), PAGE);
        }
    }

    private void compareBytes(StorageReport report) throws IOException {
        Instant before = Instant.now().minus(settings.intake().longestUpload());
        List<Kept> page = blobs.list(Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            Set<UUID> known = named.among(page.stream().map(Kept::id).toList());
            report.lookedAt(page.size());
            page.stream()
                    .filter(kept -> kept.since().isBefore(before) && !known.contains(kept.id()))
                    .forEach(kept -> raise(report, new StorageFault(Kind.UNNAMED, kept.id(), Optional.empty())));
            page = blobs.list(Optional.of(page.get(page.size() - 1).id()), PAGE);
        }
    }

    private static void raise(StorageReport report, StorageFault fault) {
        report.found(fault);
        if (fault.kind() == Kind.UNREADABLE) {
            LOG.log(Level.WARNING, "Verification of the store could not read {0}", fault.members());
            return;
        }
        Level level = fault.kind() == Kind.UNNAMED ? Level.WARNING : Level.ERROR;
        LOG.log(level, "ALARM: verification of the store found {0}", fault.members());
    }
}
