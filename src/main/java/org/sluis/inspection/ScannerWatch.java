package org.sluis.inspection;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Watches each scanner by itself, so that a silent one delays no other. A scanner that stops is known to within five
 * seconds, one that returns after at most as many once it answers.
 */
@ApplicationScoped
public class ScannerWatch {

    private static final Logger LOG = System.getLogger(ScannerWatch.class.getName());
    private static final int PAUSE_SECONDS = 2;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    ScannerPool pool;

    @Inject
    Event<ScannersReturned> returned;

    private final List<Future<?>> watches = new CopyOnWriteArrayList<>();
    private final AtomicBoolean fit = new AtomicBoolean();

    /** @throws IllegalStateException where a scanner's limit is below ours; one that is away is waited for */
    void start(@Observes Startup event) {
        for (WatchedScanner scanner : pool.scanners()) {
            scanner.look();
            requireLimits(scanner.state());
        }
        fit.set(pool.isFit());
        for (WatchedScanner scanner : pool.scanners()) {
            watches.add(executor.scheduleWithFixedDelay(
                    () -> watch(scanner), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS));
        }
    }

    private static void requireLimits(ScannerState state) {
        state.fault().filter(ScannerState.Fault::isLimit).ifPresent(fault -> {
            throw new IllegalStateException("The portal cannot start: the scanner at " + state.scanner()
                    + " takes less than the largest category allows (" + fault + ")");
        });
    }

    private void watch(WatchedScanner scanner) {
        try {
            scanner.watch();
            boolean now = pool.isFit();
            if (fit.getAndSet(now) != now && now) {
                returned.fire(new ScannersReturned());
            }
        } catch (RuntimeException accident) {
            LOG.log(Level.ERROR, "A scanner could not be watched", accident);
        }
    }

    @PreDestroy
    void stop() {
        watches.forEach(watch -> watch.cancel(false));
        pool.scanners().forEach(WatchedScanner::hangUp);
    }
}
