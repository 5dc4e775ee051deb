package org.sluis.inspection.clamd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.WindowedScan;
import org.sluis.kernel.Sha256;

/** The real clamd on content that is longer than it takes as one. */
@TestInstance(Lifecycle.PER_CLASS)
class WindowedScanIT {

    private static final int WINDOW = WindowedScan.OVERLAP_BYTES + 1_000_000;
    private static final int SIZE = WINDOW + 1_500_000;
    private static final byte[] MARK = "a recording of nobody that no scanner can miss".getBytes(US_ASCII);

    @TempDir
    static Path directory;

    private PrivateClamd clamd;

    @BeforeAll
    void startWithASignatureThatMayLieAnywhere() throws Exception {
        String limit = Integer.toString(WINDOW);
        clamd = new PrivateClamd(
                        directory, Map.of("StreamMaxLength", limit, "MaxFileSize", limit, "MaxScanSize", "100M"))
                .started();
        Files.writeString(
                clamd.process().signatures().resolve("recording.ndb"),
                "Recording:0:*:%s%n".formatted(HexFormat.of().formatHex(MARK)));
        clamd.process().reload();
        await().until(() -> scan(marked(0)).outcome() == Outcome.FOUND);
    }

    @AfterAll
    void stop() {
        clamd.close();
    }

    /** At the start, across the border of the first window, and as the very last bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, WINDOW - 20, SIZE - 46})
    void findsWhatLiesAnywhere(int position) throws IOException {
        assertThat(scan(marked(position)).outcome()).isEqualTo(Outcome.FOUND);
    }

    @Test
    void acquitsTheWholeAndNamesItsDigest() throws IOException {
        byte[] content = content();
        assertThat(scan(content)).isEqualTo(new ScanVerdict(Outcome.CLEAN, Sha256.of(content), ""));
    }

    @Test
    void wouldNotBeSeenAsOne() throws IOException {
        ScanTerms terms = new ScanTerms(Duration.ofSeconds(20), 1_000_000, SIZE);
        ClamdScanner scanner = new ClamdScanner(clamd.address(), terms);
        assertThat(scanner.scan(new SeekableInMemoryByteChannel(content()), SIZE)
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
    }

    private ScanVerdict scan(byte[] content) throws IOException {
        ScanTerms terms = new ScanTerms(Duration.ofSeconds(20), 1_000_000, WINDOW);
        return new WindowedScan(new ClamdScanner(clamd.address(), terms), WINDOW)
                .scan(() -> new SeekableInMemoryByteChannel(content), content.length);
    }

    private static byte[] marked(int position) {
        byte[] content = content();
        System.arraycopy(MARK, 0, content, position, MARK.length);
        return content;
    }

    /** Other bytes each time: clamd remembers what it has seen. */
    private static byte[] content() {
        byte[] bytes = new byte[SIZE];
        new Random().nextBytes(bytes);
        return bytes;
    }
}
