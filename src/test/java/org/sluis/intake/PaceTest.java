package org.sluis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void isKeptHoweverFastTheReader() throws Exception {
        Pace pace = new Pace(10_000, System::nanoTime);
        Instant begin = Instant.now();
        for (int i = 0; i < 30; i++) {
            pace.spend(100);
        }
        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }

    @Test
    void endsWithItsThread() {
        Pace pace = new Pace(1, System::nanoTime);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pace.spend(1_000_000)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
