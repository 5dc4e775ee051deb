package org.sluis.inspection.clamd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.sluis.platform.health.Meters;

/** Tells the operator's monitoring of each scanner what {@link ScannerState} holds. */
@ApplicationScoped
public class ScannerMetrics {

    private static final long UNKNOWN = -1;

    @Inject
    ScannerPool pool;

    @Inject
    Meters meters;

    void start(@Observes Startup event) {
        pool.scanners().forEach(this::watch);
    }

    private void watch(WatchedScanner scanner) {
        gauge(
                scanner,
                "sluis_scanner_up",
                "1 where the scanner gets work",
                MetricUnits.NONE,
                state -> state.isFit() ? 1L : 0L);
        gauge(
                scanner,
                "sluis_scanner_proof_age",
                "Seconds since the scanner last had to prove itself",
                MetricUnits.SECONDS,
                state -> age(state.lookedAt()));
        gauge(
                scanner,
                "sluis_scanner_signatures_version",
                "Number of its daily database, -1 where it does not tell",
                MetricUnits.NONE,
                state -> state.signatures().map(known -> (long) known.number()).orElse(UNKNOWN));
        gauge(
                scanner,
                "sluis_scanner_signatures_age",
                "Seconds since that was made, -1 where it does not tell",
                MetricUnits.SECONDS,
                state -> state.signatures().map(known -> age(known.built())).orElse(UNKNOWN));
    }

    private void gauge(
            WatchedScanner scanner, String name, String description, String unit, Function<ScannerState, Long> value) {
        Tag tag = new Tag("scanner", scanner.state().scanner());
        meters.watch(name, description, unit, () -> value.apply(scanner.state()), tag);
    }

    private static long age(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }
}
