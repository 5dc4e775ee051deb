package org.sluis.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.PacedInput;

class StrictJsonProviderTest {

    private long clock;

    /** Nothing comes until the server gives up waiting. */
    @Test
    void bodyOfASilentSenderIsTooSlow() {
        assertThat(refusalAfter(Duration.ofSeconds(30))).isEqualTo(Problem.UPLOAD_TOO_SLOW);
    }

    @Test
    void bodyThatIsLostIsMalformed() {
        assertThat(refusalAfter(Duration.ofSeconds(1))).isEqualTo(Problem.MALFORMED);
    }

    private Problem refusalAfter(Duration silence) {
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                clock += silence.toNanos();
                throw new SocketTimeoutException();
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                return read();
            }
        };
        InputStream body = new PacedInput(silent, Duration.ofSeconds(10), 4_000, () -> clock);
        Problem[] told = new Problem[1];
        assertThatThrownBy(() -> new StrictJsonProvider()
                        .readFrom(
                                Object.class,
                                Object.class,
                                new Annotation[0],
                                MediaType.APPLICATION_JSON_TYPE,
                                new MultivaluedHashMap<>(),
                                body))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> told[0] = refusal.problem());
        return told[0];
    }
}
