package org.sluis.inspection.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.clamd.ScannerState.Fault;
import org.sluis.platform.config.SampleSettings;

/** What a real clamd has to prove before it gets work, and what becomes of one that cannot. */
class ScannerProofIT {

    private static final int LIMIT = 32_000_000;
    private static final ScanTerms TERMS = new ScanTerms(Duration.ofSeconds(5), 1_000_000, LIMIT);

    @TempDir
    Path directory;

    @Test
    void streamLimitMustNotBeBelowOurs() throws Exception {
        assertThat(fault(Map.of("StreamMaxLength", Integer.toString(LIMIT)))).isEmpty();
        assertThat(fault(Map.of("StreamMaxLength", Integer.toString(LIMIT + 1))))
                .isEmpty();
        assertThat(fault(Map.of("StreamMaxLength", Integer.toString(LIMIT - 1))))
                .contains(Fault.STREAM_LIMIT_TOO_LOW);
    }

    @Test
    void fileLimitMustNotBeBelowOursWhetherClamdSaysSoOrPassesTheFile() throws Exception {
        assertThat(fault(Map.of("MaxFileSize", Integer.toString(LIMIT)))).isEmpty();
        String less = Integer.toString(LIMIT - 1);
        assertThat(fault(Map.of("MaxFileSize", less))).contains(Fault.FILE_LIMIT_TOO_LOW);
        assertThat(fault(Map.of("MaxFileSize", less, "AlertExceedsMax", "no"))).contains(Fault.FILE_LIMIT_TOO_LOW);
    }

    @Test
    void limitBelowOursStopsTheStartAndTheMessageNamesBothSettings() throws Exception {
        String less = Integer.toString(LIMIT - 1);
        assertThatThrownBy(() -> startPortalWith(Map.of("StreamMaxLength", less)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sluis.scanner.window")
                .hasMessageContaining("StreamMaxLength");
        assertThatThrownBy(() -> startPortalWith(Map.of("MaxFileSize", less)))
                .hasMessageContaining("sluis.scanner.window")
                .hasMessageContaining("MaxFileSize");
    }

    @Test
    void scannerOfEqualAddressIsProvenAnewWhenItWasStartedWithLowerLimits() throws Exception {
        PrivateClamd before = new PrivateClamd(directory, Map.of());
        WatchedScanner scanner = new WatchedScanner(before.address(), TERMS, 2);
        try (before) {
            before.started();
            scanner.look();
            assertThat(scanner.state().fault()).isEmpty();
        }
        try (PrivateClamd after = before.set(directory, Map.of("MaxFileSize", "1M", "AlertExceedsMax", "no"))) {
            after.started();
            scanner.watch();
            assertThat(scanner.state().fault()).contains(Fault.FILE_LIMIT_TOO_LOW);
        } finally {
            scanner.hangUp();
        }
    }

    @Test
    void databaseThatConvictsNothingIsNotFit() throws Exception {
        try (PrivateClamd clamd = new PrivateClamd(directory, Map.of()).started()) {
            ScannerPool pool = new ScannerPool(List.of(clamd.address()), TERMS, 2);
            WatchedScanner scanner = pool.scanners().get(0);
            scanner.look();
            assertThat(pool.isFit()).isTrue();

            swapDatabase(clamd, "other.hdb", "44d88612fea8a8f36de82e1278abb02f:99:Some-Other-Signature\n");
            assertThat(faultOnceReloaded(scanner)).contains(Fault.CONVICTS_NOTHING);
            assertThat(pool.isFit()).isFalse();
            assertThat(pool.scan(Sample.harmless(), 8).outcome()).isEqualTo(ScanVerdict.Outcome.UNDECIDED);
            scanner.hangUp();
        }
    }

    @Test
    void databaseThatConvictsEverythingIsNotFit() throws Exception {
        try (PrivateClamd clamd = new PrivateClamd(directory, Map.of()).started()) {
            WatchedScanner scanner = new WatchedScanner(clamd.address(), TERMS, 2);
            scanner.look();
            swapDatabase(clamd, "everything.ndb", "Everything-H:0:*:6861726d6c657373\nEverything-E:0:*:4549434152\n");
            assertThat(faultOnceReloaded(scanner)).contains(Fault.CONVICTS_EVERYTHING);
            scanner.hangUp();
        }
    }

    @Test
    void silenceIsSeenInTimeAndSoIsTheReturn() throws Exception {
        try (PrivateClamd clamd = new PrivateClamd(directory, Map.of()).started()) {
            WatchedScanner scanner = new WatchedScanner(clamd.address(), TERMS, 2);
            scanner.look();
            clamd.process().suspend();
            try {
                scanner.watch();
                assertThat(scanner.state().fault()).contains(Fault.SILENT);
            } finally {
                clamd.process().resume();
            }
            scanner.watch();
            assertThat(scanner.state().fault()).isEmpty();
            scanner.hangUp();
        }
    }

    /** As the portal's start does, which an exception here ends. */
    @SuppressWarnings("UnnecessaryAssignment") // the test stands where the container would
    private void startPortalWith(Map<String, String> settings) throws Exception {
        ScannerWatch watch = new ScannerWatch();
        watch.settings = SampleSettings.with(Map.of("sluis.scanner.window", Integer.toString(LIMIT)));
        try (PrivateClamd clamd = new PrivateClamd(directory, settings).started()) {
            watch.pool = new ScannerPool(List.of(clamd.address()), TERMS, 2);
            watch.start(new Startup());
        } finally {
            watch.stop();
        }
    }

    private Optional<Fault> fault(Map<String, String> settings) throws Exception {
        try (PrivateClamd clamd = new PrivateClamd(directory, settings).started()) {
            WatchedScanner scanner = new WatchedScanner(clamd.address(), TERMS, 2);
            scanner.look();
            scanner.hangUp();
            return scanner.state().fault();
        }
    }

    private static Optional<Fault> faultOnceReloaded(WatchedScanner scanner) {
        await().until(() -> {
            scanner.look();
            return !scanner.state().isFit();
        });
        return scanner.state().fault();
    }

    private static void swapDatabase(PrivateClamd clamd, String name, String signatures) throws IOException {
        try (Stream<Path> old = Files.list(clamd.process().signatures())) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(clamd.process().signatures().resolve(name), signatures);
        clamd.process().reload();
    }
}
