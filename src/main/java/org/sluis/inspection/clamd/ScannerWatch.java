package org.sluis.inspection.clamd;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.Jobs;

/**
 * Watches each scanner by itself, so that a silent one delays no other. A scanner that stops is known to within five
 * seconds, one that returns after at most as many once it answers.
 */
@ApplicationScoped
public class ScannerWatch {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How often a scanner can be silent while it proves itself, at the most. */
    private static final int SILENCES = 10;

    @Inject
    Jobs jobs;

    @Inject
    ScannerPool pool;

    @Inject
    Settings settings;

    @Inject
    Event<ScannersReturned> returned;

    private final AtomicBoolean fit = new AtomicBoolean();

    /** @throws IllegalStateException where a scanner's limit is below ours; one that is away is waited for */
    void start(@Observes Startup event) {
        for (WatchedScanner scanner : pool.scanners()) {
            scanner.look();
            requireLimits(scanner.state());
        }
        fit.set(pool.isFit());
        Duration longest = settings.scanner().patience().multipliedBy(SILENCES);
        for (WatchedScanner scanner : pool.scanners()) {
            jobs.every("scanner-watch", PAUSE, longest, () -> watch(scanner));
        }
    }

    private void requireLimits(ScannerState state) {
        state.fault().flatMap(ScannerState.Fault::contradiction).ifPresent(setting -> {
            throw new IllegalStateException(
                    "The portal cannot start: sluis.scanner.window is %d bytes, but the scanner at %s takes less. Raise its %s, or lower the window."
                            .formatted(settings.scanner().window(), state.scanner(), setting));
        });
    }

    private void watch(WatchedScanner scanner) {
        scanner.watch();
        boolean now = pool.isFit();
        if (fit.getAndSet(now) != now && now) {
            returned.fire(new ScannersReturned());
        }
    }

    @PreDestroy
    void stop() {
        pool.scanners().forEach(WatchedScanner::hangUp);
    }
}
