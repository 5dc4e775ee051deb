package org.sluis.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Tells the operator's monitoring of each scanner what {@link ScannerState} holds. */
@ApplicationScoped
public class ScannerMetrics {

    @Inject
    ScannerPool pool;

    @Inject
    MetricRegistry metrics;

    void register(@Observes Startup event) {
        for (WatchedScanner scanner : pool.scanners()) {
            gauge("sluis.scanner.up", scanner, state -> state.isFit() ? 1L : 0L);
            gauge("sluis.scanner.proof.age.seconds", scanner, state -> age(state.lookedAt()));
            gauge(
                    "sluis.scanner.signatures.version",
                    scanner,
                    state -> state.signatures()
                            .map(signatures -> (long) signatures.number())
                            .orElse(-1L));
            gauge(
                    "sluis.scanner.signatures.age.seconds",
                    scanner,
                    state -> state.signatures()
                            .map(signatures -> age(signatures.built()))
                            .orElse(-1L));
        }
    }

    private void gauge(String name, WatchedScanner scanner, Function<ScannerState, Long> reading) {
        Supplier<Long> value = () -> reading.apply(scanner.state());
        metrics.gauge(name, value, new Tag("scanner", scanner.state().scanner()));
    }

    private static long age(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }
}
