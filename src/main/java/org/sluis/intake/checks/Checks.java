package org.sluis.intake.checks;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.clamd.ScannerPool;
import org.sluis.inspection.clamd.ScannersReturned;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.jobs.Jobs.Repetition;
import org.sluis.platform.jobs.Lease;
import org.sluis.quarantine.Waiting;

/**
 * Runs checks, as many at a time as the scanners take, and takes up those whose node fell silent or whose next try is
 * due. A check has its file scanned as a whole and member by member at the same time, so a third of the scanners'
 * places is left for members. What finds no place stands in line for a part of its lease, then waits in the database,
 * and while no scanner is fit nothing is taken up. A running check renews its lease, so that a second node never repeats
 * it and a dead node's work is taken over soon.
 */
@ApplicationScoped
public class Checks {

    private static final Logger LOG = System.getLogger(Checks.class.getName());
    private static final Duration PATROL_PAUSE = Duration.ofSeconds(1);
    private static final int HASTENED_ATTEMPTS = 8;
    private static final int LONGEST_LINE = 1_000;
    private static final int LINES_PART_OF_LEASE = 2;

    @Inject
    Jobs jobs;

    @Inject
    Gate gate;

    @Inject
    Waiting waiting;

    @Inject
    ScannerPool scanners;

    @Inject
    Settings settings;

    private final CheckQueue queue = new CheckQueue(LONGEST_LINE);
    private final Turns turns = new Turns();
    private final Map<UUID, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private volatile Repetition patrol = () -> {};
    private volatile boolean resting;

    @SuppressWarnings("NullAway.Init")
    private Semaphore places;

    @PostConstruct
    void open() {
        Settings.Scanner scanner = settings.scanner();
        int scans = scanner.atOnce() * scanner.addresses().size();
        places = new Semaphore(Math.max(1, scans - scans / 3));
    }

    void start(@Observes Startup event) {
        resting = false;
        patrol = jobs.every("checks", PATROL_PAUSE, this::look);
    }

    /** Takes up nothing more by itself. */
    @PreDestroy
    void stop() {
        resting = true;
        patrol.end();
    }

    /** What waited for the scanners need not sit out its delay. */
    void hasten(@Observes ScannersReturned event) {
        waiting.hasten(leaseEnd(), HASTENED_ATTEMPTS);
        takeUpDue();
    }

    /** When a lease taken now ends. */
    public Instant leaseEnd() {
        return Instant.now().plus(settings.intake().lease());
    }

    /**
     * Begins the check of a file that was just entered, or has it stand in line.
     *
     * @return done once there is a verdict, or as soon as it is clear that there will be none soon
     */
    public CompletableFuture<Void> begin(Pending pending) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Instant until = Instant.now().plus(settings.intake().lease().dividedBy(LINES_PART_OF_LEASE));
        CheckQueue.Place place = new CheckQueue.Place(pending, done, until);
        boolean fit = scanners.isFit();
        if (!fit && !isWorthWaiting()) {
            done.complete(null);
            waiting.giveBack(pending, "no scanner is fit");
        } else if (fit && places.tryAcquire()) {
            run(pending, done);
        } else if (queue.join(place)) {
            advance();
        } else {
            giveBack(place);
        }
        return done;
    }

    /** A scanner that has just fallen silent, as one does that loads signatures, may speak again while the sender waits. */
    private boolean isWorthWaiting() {
        return scanners.isSilentSince(Instant.now().minus(settings.intake().patience()));
    }

    /** The same where nobody waits for the verdict. */
    public void beginUnattended(Pending pending) {
        forget(pending, begin(pending));
    }

    /**
     * The sender waits no longer.
     *
     * @param verdict what {@link #begin} gave
     */
    public void forget(Pending pending, CompletableFuture<Void> verdict) {
        verdict.complete(null);
        awaited.remove(pending.versionId());
    }

    private void look() {
        queue.late(Instant.now()).forEach(this::giveBack);
        advance();
        takeUpDue();
    }

    /** Whichever node has a place takes it; a sender who is still there is told whatever comes of it here. */
    private void giveBack(CheckQueue.Place place) {
        UUID versionId = place.pending().versionId();
        awaited.put(versionId, place.done());
        if (place.done().isDone()) {
            awaited.remove(versionId);
        }
        waiting.giveBack(place.pending(), scanners.isFit() ? "no scanner is free" : "no scanner is fit");
    }

    /** Whoever stands in line takes the places that are free. */
    private void advance() {
        while (!resting && scanners.isFit() && places.tryAcquire()) {
            Optional<CheckQueue.Place> next = queue.next();
            if (next.isEmpty()) {
                places.release();
                return;
            }
            run(next.get().pending(), next.get().done());
        }
    }

    /** A place became free. What waits in the database has its turn now and then however long the line is. */
    private void passOn() {
        if (turns.isDatabases()) {
            takeUpDue();
        }
        advance();
        takeUpDue();
    }

    private void takeUpDue() {
        if (resting) {
            return;
        }
        int taken = 0;
        try {
            while (taken < scanners.free() && places.tryAcquire()) {
                taken++;
            }
            List<Pending> due = taken == 0 ? List.of() : waiting.claim(taken, leaseEnd());
            for (Pending pending : due) {
                taken--;
                CompletableFuture<Void> sender = awaited.remove(pending.versionId());
                run(pending, sender == null ? new CompletableFuture<>() : sender);
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "Waiting checks cannot be taken up: {0}", databaseAway.toString());
        } finally {
            places.release(taken);
        }
    }

    private void run(Pending pending, CompletableFuture<Void> done) {
        Lease lease = new Lease(jobs, settings.intake().lease(), end -> waiting.renew(pending, end));
        jobs.begin(() -> {
            try {
                gate.check(pending);
            } finally {
                lease.close();
                places.release();
                done.complete(null);
                passOn();
            }
        });
    }
}
