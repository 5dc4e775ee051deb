package org.sluis.platform.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluis.platform.config.Settings;

class PacedInputTest {

    private static final Settings.Uploads PACE =
            new Settings.Uploads(1, 1, 1_000, Duration.ofSeconds(10), 1, Duration.ofHours(1), 1);

    private long clock;

    @Test
    void senderAtTheLeastRateIsReadToTheEnd() throws IOException {
        InputStream steady = paced(sender(100_000, 1_000, Duration.ofSeconds(1)));
        assertThat(steady.readNBytes(new byte[100_000], 0, 100_000)).isEqualTo(100_000);
    }

    @Test
    void senderBelowItIsCutAtTheEndOfTheWindow() {
        InputStream slow = paced(sender(100_000, 999, Duration.ofSeconds(1)));
        assertThatThrownBy(slow::readAllBytes).isInstanceOf(SenderTooSlow.class);
        assertThat(Duration.ofNanos(clock)).isEqualTo(PACE.window());
    }

    @Test
    void senderOfSingleBytesIsCut() {
        InputStream slow = paced(sender(100_000, 1, Duration.ofSeconds(3)));
        assertThatThrownBy(() -> {
                    while (slow.read() >= 0) {
                        assertThat(Duration.ofNanos(clock)).isLessThan(Duration.ofSeconds(13));
                    }
                })
                .isInstanceOf(SenderTooSlow.class);
    }

    @Test
    void senderThatWasCutIsNotWaitedForAgain() {
        InputStream slow = paced(sender(100_000, 999, Duration.ofSeconds(1)));
        assertThatThrownBy(slow::readAllBytes).isInstanceOf(SenderTooSlow.class);
        long cut = clock;
        assertThatThrownBy(slow::read).isInstanceOf(SenderTooSlow.class);
        assertThat(clock).isEqualTo(cut);
    }

    @Test
    void pauseIsForgivenWhereTheWindowAsAWholeIsFastEnough() throws IOException {
        InputStream unsteady = paced(sender(100_000, 20_000, Duration.ofSeconds(9)));
        assertThat(unsteady.readNBytes(new byte[100_000], 0, 100_000)).isEqualTo(100_000);
    }

    @Test
    void timeThePortalTakesItselfDoesNotCount() throws IOException {
        InputStream busy = paced(sender(20_000, 2_000, Duration.ofSeconds(1)));
        byte[] piece = new byte[2_000];
        while (busy.read(piece) >= 0) {
            clock += Duration.ofMinutes(1).toNanos();
        }
        assertThat(Duration.ofNanos(clock)).isGreaterThan(Duration.ofMinutes(9));
    }

    @Test
    void silenceThatTheServerEndsIsSlownessAndABrokenLineIsNot() {
        assertThatThrownBy(() -> paced(broken(Duration.ofSeconds(30))).read()).isInstanceOf(SenderTooSlow.class);
        assertThatThrownBy(() -> paced(broken(Duration.ofSeconds(1))).read())
                .isInstanceOf(SocketTimeoutException.class);
    }

    private InputStream paced(InputStream sender) {
        return new PacedInput(sender, PACE, () -> clock);
    }

    private InputStream sender(int size, int piece, Duration each) {
        return new ByteArrayInputStream(new byte[size]) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                clock += each.toNanos();
                return super.read(target, offset, Math.min(length, piece));
            }
        };
    }

    private InputStream broken(Duration after) {
        return new InputStream() {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                clock += after.toNanos();
                throw new SocketTimeoutException();
            }

            @Override
            public int read() {
                throw new AssertionError("read singly");
            }
        };
    }
}
