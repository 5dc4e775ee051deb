package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.kernel.Sha256;

/** What a scanner is shown of content that is longer than it takes. */
class WindowedScanTest {

    private static final int OVERLAP = WindowedScan.OVERLAP_BYTES;
    private static final int WINDOW = OVERLAP + 1_000_000;
    private static final byte[] CONTENT = random(2 * OVERLAP + 3_500_000);

    private final List<byte[]> seen = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, WINDOW - 1, WINDOW, WINDOW + 1, WINDOW + 1_000_000, 2 * OVERLAP + 3_500_000})
    void showsEveryByteAndTellsTheDigestOfTheWhole(int size) throws IOException {
        byte[] content = Arrays.copyOf(CONTENT, size);
        ScanVerdict verdict = scan(content, size, Integer.MAX_VALUE);
        assertThat(verdict).isEqualTo(new ScanVerdict(Outcome.CLEAN, Sha256.of(content), ""));
        assertThat(seen).allSatisfy(window -> assertThat(window).hasSizeLessThanOrEqualTo(WINDOW));
        assertThat(seen).hasSize(size <= WINDOW ? 1 : 1 + (size - WINDOW + 999_999) / 1_000_000);
    }

    /** Whatever is as long as the overlap at most lies in one window as a whole. */
    @Test
    void showsWhatLiesOnABorderAsAWhole() throws IOException {
        scan(CONTENT, CONTENT.length, Integer.MAX_VALUE);
        int border = 0;
        for (byte[] window : seen.subList(0, seen.size() - 1)) {
            byte[] next = seen.get(seen.indexOf(window) + 1);
            assertThat(Arrays.copyOf(next, OVERLAP))
                    .isEqualTo(Arrays.copyOfRange(window, window.length - OVERLAP, window.length));
            border += window.length - OVERLAP;
        }
        assertThat(border + seen.get(seen.size() - 1).length).isEqualTo(CONTENT.length);
    }

    @Test
    void isCleanOnlyWhereEveryWindowIs() throws IOException {
        for (int found = 0; found < 4; found++) {
            seen.clear();
            assertThat(scan(CONTENT, CONTENT.length, found).outcome()).isEqualTo(Outcome.FOUND);
            assertThat(seen).hasSize(found + 1);
        }
    }

    @Test
    void hasNoVerdictOnContentThatIsShorterThanItWas() {
        assertThatThrownBy(() -> scan(CONTENT, CONTENT.length + 1, Integer.MAX_VALUE))
                .isInstanceOf(EOFException.class);
    }

    private ScanVerdict scan(byte[] content, int size, int found) throws IOException {
        return new WindowedScan((bytes, length) -> look(bytes, found), WINDOW)
                .scan(() -> new SeekableInMemoryByteChannel(content), size);
    }

    /** @param found the number of the window in which there is something */
    private ScanVerdict look(ReadableByteChannel bytes, int found) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(WINDOW + 1);
        while (bytes.read(window) >= 0) {
            assertThat(window.hasRemaining()).isTrue();
        }
        byte[] shown = Arrays.copyOf(window.array(), window.position());
        seen.add(shown);
        return seen.size() > found
                ? new ScanVerdict(Outcome.FOUND, Sha256.of(shown), "Test")
                : new ScanVerdict(Outcome.CLEAN, Sha256.of(shown), "");
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }
}
