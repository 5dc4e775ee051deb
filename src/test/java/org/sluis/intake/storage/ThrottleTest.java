package org.sluis.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    @Test
    void isKeptHoweverFastTheReader() throws Exception {
        Throttle throttle = new Throttle(10_000, System::nanoTime);
        Instant begin = Instant.now();
        for (int i = 0; i < 30; i++) {
            throttle.spend(100);
        }
        assertThat(Duration.between(begin, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }

    @Test
    void endsWithItsThread() {
        Throttle throttle = new Throttle(1, System::nanoTime);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> throttle.spend(1_000_000)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
