package org.sluis.intake.checks;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.sluis.inspection.Category;
import org.sluis.inspection.Inspection;
import org.sluis.inspection.MalwareFinding;
import org.sluis.inspection.clamd.ScannerPool;
import org.sluis.inspection.parsing.Objection;
import org.sluis.platform.config.Settings;
import org.sluis.platform.health.Meters;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.jobs.Jobs.Repetition;
import org.sluis.platform.jobs.Lease;
import org.sluis.platform.jobs.RetryDelay;
import org.sluis.quarantine.Recalls;
import org.sluis.quarantine.RescanQueue;
import org.sluis.quarantine.RescanQueue.Due;

/**
 * Scans what is stored again, whole and member by member as at the gate, when the signatures change and now and then: one
 * file at a time at each node, slowly, and only while the scanners have room. A conviction withdraws every version with the
 * same bytes; without a verdict nothing changes and the file is tried again.
 */
@ApplicationScoped
public class Rescans {

    private static final Logger LOG = System.getLogger(Rescans.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAGE = 1_000;

    /** Nothing more is taken up after that, so that a node that is stuck differs from one that is busy. */
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    private static final Duration LONGEST_SCAN = Duration.ofHours(1);

    @Inject
    Jobs jobs;

    @Inject
    StoredFiles files;

    @Inject
    RescanQueue queue;

    @Inject
    Recalls recalls;

    @Inject
    ScannerPool scanners;

    @Inject
    Settings settings;

    @Inject
    Meters meters;

    private final RandomGenerator random = new SecureRandom();
    private volatile Repetition rounds = () -> {};

    @SuppressWarnings("NullAway.Init")
    private Pace pace;

    @PostConstruct
    void open() {
        pace = new Pace(settings.rescan().pace(), System.nanoTime());
    }

    void start(@Observes Startup event) {
        meters.watch(
                "sluis_rescans_waiting",
                "Versions that the running round has yet to scan again",
                MetricUnits.NONE,
                queue::waiting);
        rounds = jobs.every("rescans", PAUSE, LONGEST_SCAN, this::goOn);
    }

    /** Takes up nothing more by itself. */
    @PreDestroy
    void stop() {
        rounds.end();
    }

    private void goOn() {
        try {
            boolean fit = scanners.isFit();
            if (fit) {
                queue.beginIfDue(
                        scanners.signatures(),
                        Instant.now().minus(settings.rescan().interval()));
            }
            // A round that somebody began shows how much of it waits, also while there is no scanner.
            queue.fill(PAGE);
            long begin = System.nanoTime();
            Optional<Due> next = fit ? next() : Optional.empty();
            while (next.isPresent()) {
                scan(next.get());
                pace.spend(next.get().file().blob().size());
                next = System.nanoTime() - begin < LONGEST_ROUND.toNanos() ? next() : Optional.empty();
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "Stored files cannot be scanned again now: {0}", databaseAway.toString());
        }
    }

    private Optional<Due> next() {
        return pace.allows(System.nanoTime()) && scanners.free() > 0 ? queue.claim(leaseEnd()) : Optional.empty();
    }

    private Instant leaseEnd() {
        return Instant.now().plus(settings.intake().lease());
    }

    private void scan(Due due) {
        Lease lease = new Lease(jobs, settings.intake().lease(), end -> queue.renew(due, end));
        try {
            decide(due, files.inspect(due.file(), Category.anything(), List.of()));
        } catch (IOException | RuntimeException fault) {
            failed(due, fault);
        } finally {
            lease.close();
        }
    }

    private void decide(Due due, Inspection found) {
        if (found.conviction().isPresent()) {
            withdraw(due, found.conviction().get());
        } else if (found.objection().isPresent()) {
            Objection why = found.objection().get();
            LOG.log(
                    Level.WARNING,
                    "Version {0} would not be let in today: {1}",
                    due.file().versionId(),
                    why.rule().slug());
            queue.objected(due, why);
        } else if (found.clean() && found.scanned().equals(due.file().blob().sha256())) {
            queue.done(due);
        } else {
            postpone(due);
        }
    }

    private void withdraw(Due due, MalwareFinding finding) {
        long withdrawn = recalls.holding(due.file().blob().sha256()).stream()
                .filter(version -> recalls.recall(due, version, finding))
                .count();
        if (withdrawn > 0) {
            LOG.log(
                    Level.ERROR,
                    "ALARM: {0} versions were recalled, document {1} among them: {2}",
                    withdrawn,
                    due.file().documentId(),
                    finding.signature());
        }
        queue.done(due);
    }

    /** What was erased or recalled meanwhile has lost its bytes with that, and nobody need be called. */
    private void failed(Due due, Exception fault) {
        if (!queue.holds(due)) {
            queue.done(due);
            return;
        }
        if (!files.areDamaged(due.file(), fault)) {
            LOG.log(Level.WARNING, "Version " + due.file().versionId() + " could not be scanned again", fault);
        }
        postpone(due);
    }

    private void postpone(Due due) {
        Duration delay = new RetryDelay(settings.intake().retryCap()).after(due.attempts(), random);
        queue.postpone(due, Instant.now().plus(delay));
    }
}
