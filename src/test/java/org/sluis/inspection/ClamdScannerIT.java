package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.inspection.ScanVerdict.Outcome;

/** The adapter against the real clamd: one by one, pooled, over TCP and over a Unix socket. */
@TestInstance(Lifecycle.PER_CLASS)
class ClamdScannerIT {

    private static final ScanTerms TERMS = new ScanTerms(Duration.ofSeconds(20), 1_000_000, ScannerContract.LIMIT);

    @TempDir
    static Path directory;

    private PrivateClamd clamd;

    @BeforeAll
    void start() throws Exception {
        clamd = new PrivateClamd(
                        directory,
                        Map.of(
                                "LocalSocket", socket().toString(),
                                "StreamMaxLength", Integer.toString(ScannerContract.LIMIT)))
                .started();
    }

    @AfterAll
    void stop() {
        clamd.close();
    }

    private static Path socket() {
        return directory.resolve("clamd.ctl");
    }

    @Nested
    class OverTcp extends ScannerContract {
        @Override
        VirusScanner scanner() {
            return new ClamdScanner(clamd.address(), TERMS);
        }
    }

    @Nested
    class OverUnixSocket extends ScannerContract {
        @Override
        VirusScanner scanner() {
            return new ClamdScanner(UnixDomainSocketAddress.of(socket()), TERMS);
        }
    }

    @Nested
    class Pooled extends ScannerContract {
        @Override
        VirusScanner scanner() {
            List<SocketAddress> addresses = List.of(clamd.address(), UnixDomainSocketAddress.of(socket()));
            ScannerPool pool = new ScannerPool(addresses, TERMS, 2);
            pool.scanners().forEach(WatchedScanner::look);
            return pool;
        }
    }

    @Test
    void clamdsOwnSizeLimitIsNoVerdict() throws IOException {
        long tooMuch = ScannerContract.LIMIT + 1;
        ScanTerms bolder = new ScanTerms(TERMS.patience(), TERMS.slowest(), 4 * tooMuch);
        ClamdScanner scanner = new ClamdScanner(clamd.address(), bolder);
        assertThat(scanner.scan(Sample.eicar(tooMuch), tooMuch).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(scanner.scan(Sample.eicar(4 * tooMuch), 4 * tooMuch).outcome())
                .isEqualTo(Outcome.UNDECIDED);
    }
}
