package org.sluis.inspection.clamd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.inspection.ScanSession;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.VirusScanner;
import org.sluis.kernel.Sha256;

/** The adapter against the real clamd: one by one, pooled, over TCP and over a Unix socket. */
@TestInstance(Lifecycle.PER_CLASS)
class ClamdScannerIT {

    private static final ScanTerms TERMS = new ScanTerms(Duration.ofSeconds(20), 1_000_000, ScannerContract.LIMIT);

    @TempDir
    static Path directory;

    private PrivateClamd clamd;
    private ScannerPool pool;

    @BeforeAll
    void start() throws Exception {
        clamd = new PrivateClamd(
                        directory,
                        Map.of(
                                "LocalSocket", socket().toString(),
                                "StreamMaxLength", Integer.toString(ScannerContract.LIMIT)))
                .started();
        List<SocketAddress> addresses = List.of(clamd.address(), UnixDomainSocketAddress.of(socket()));
        pool = new ScannerPool(addresses, TERMS, 2);
        pool.scanners().forEach(WatchedScanner::look);
    }

    @AfterAll
    void stop() {
        pool.scanners().forEach(WatchedScanner::hangUp);
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
            return pool;
        }
    }

    @Nested
    class InSessionOverTcp extends ScannerContract {
        @Override
        VirusScanner scanner() {
            return InSession.of(new ClamdScanner(clamd.address(), TERMS), TERMS);
        }
    }

    @Nested
    class InSessionOverUnixSocket extends ScannerContract {
        @Override
        VirusScanner scanner() {
            return InSession.of(new ClamdScanner(UnixDomainSocketAddress.of(socket()), TERMS), TERMS);
        }
    }

    @Nested
    class InSessionPooled extends ScannerContract {
        @Override
        VirusScanner scanner() {
            return new InSession(pool::session);
        }
    }

    @Test
    void thousandContentsOfOneSessionGetEachTheirOwnVerdict() throws IOException {
        byte[] eicar = Channels.newInputStream(Sample.eicar()).readAllBytes();
        ScanSession session = pool.session();
        Map<Integer, ScanVerdict> verdicts = new TreeMap<>();
        for (int number = 0; number < 1_000; number++) {
            int content = number;
            byte[] bytes = number % 7 == 3 ? eicar : ("report " + number).getBytes(US_ASCII);
            session.scan(bytes, verdict -> {
                assertThat(verdict.scanned()).isEqualTo(Sha256.of(bytes));
                assertThat(verdicts.put(content, verdict)).isNull();
            });
        }
        session.settle();
        assertThat(verdicts).hasSize(1_000);
        assertThat(verdicts)
                .allSatisfy((number, verdict) ->
                        assertThat(verdict.outcome()).isEqualTo(number % 7 == 3 ? Outcome.FOUND : Outcome.CLEAN));
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
