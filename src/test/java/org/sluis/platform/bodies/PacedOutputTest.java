package org.sluis.platform.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluis.platform.config.Settings;

class PacedOutputTest {

    private static final Settings.Downloads PACE = new Settings.Downloads(1, 1, 1_000, Duration.ofSeconds(10));

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private long clock;

    @Test
    void readerAtTheLeastRateIsSentAll() throws IOException {
        paced(1_000).write(new byte[100_000]);
        assertThat(taken.size()).isEqualTo(100_000);
    }

    @Test
    void readerBelowItIsCutAtTheEndOfTheWindowAlsoInTheMidstOfALongWrite() {
        OutputStream slow = paced(999);
        assertThatThrownBy(() -> slow.write(new byte[100_000])).isInstanceOf(ReaderTooSlow.class);
        assertThat(Duration.ofNanos(clock))
                .isBetween(PACE.window(), PACE.window().multipliedBy(2));
    }

    @Test
    void readerThatWasCutIsNotWaitedForAgain() {
        OutputStream slow = paced(999);
        assertThatThrownBy(() -> slow.write(new byte[100_000])).isInstanceOf(ReaderTooSlow.class);
        long cut = clock;
        assertThatThrownBy(() -> slow.write(1)).isInstanceOf(ReaderTooSlow.class);
        assertThat(clock).isEqualTo(cut);
    }

    @Test
    void timeThePortalTakesItselfDoesNotCount() throws IOException {
        OutputStream reader = paced(1_000);
        for (int i = 0; i < 20; i++) {
            reader.write(new byte[1_000]);
            clock += Duration.ofMinutes(1).toNanos();
        }
        assertThat(taken.size()).isEqualTo(20_000);
    }

    private OutputStream paced(int bytesASecond) {
        OutputStream reader = new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("written singly");
            }

            @Override
            public void write(byte[] source, int offset, int length) {
                clock += Duration.ofSeconds(1).toNanos() * length / bytesASecond;
                taken.write(source, offset, length);
            }
        };
        return new PacedOutput(reader, PACE, () -> clock);
    }
}
