package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final Progress progress = new Progress(lines::add, () -> now, Path.of("logs"));

    @Test
    void tellsOfBothEndsOfAStartWithTheSecondsGoneBy() throws Exception {
        now = now.plusSeconds(2);
        progress.of("Keycloak", () -> now = now.plusSeconds(148));
        assertThat(lines).containsExactly("   2 s  Keycloak   starts", " 150 s  Keycloak   answers");
    }

    @Test
    void tellsOfWhatIsAwaited() throws Exception {
        progress.of("Keycloak", () -> {
            now = now.plusSeconds(10);
            progress.awaited();
        });
        progress.awaited();
        assertThat(lines)
                .containsExactly(
                        "   0 s  Keycloak   starts",
                        "  10 s  Keycloak   is still starting; see its log in logs",
                        "  10 s  Keycloak   answers");
    }

    @Test
    void tellsOfAStartThatFailedAndPassesTheReasonOn() {
        assertThatThrownBy(() -> progress.of("clamd", () -> {
                    throw new IOException("no memory");
                }))
                .hasMessage("no memory");
        assertThat(lines).containsExactly("   0 s  clamd      starts", "   0 s  clamd      did not start");
    }
}
