package org.sluis.platform.bodies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

class AdmittedBodyTest {

    private final BodyTurns turns = SampleTurns.one();
    private long clock;

    @Test
    void takesItsTurnWithTheFirstByteAndGivesItBackWithTheLast() throws IOException {
        AdmittedBody first = body();
        AdmittedBody second = body();
        assertThat(first.read()).isEqualTo('w');
        requireRefused(second);
        assertThat(first.readAllBytes()).hasSize(4);
        assertThat(second.readAllBytes()).hasSize(5);
    }

    @Test
    void givesItBackOnceHoweverItEnds() throws IOException {
        AdmittedBody left = body();
        assertThat(left.read()).isEqualTo('w');
        left.end();
        left.end();
        assertThat(left.read()).isEqualTo(-1);
        AdmittedBody next = body();
        assertThat(next.read()).isEqualTo('w');
        requireRefused(body());
        next.end();
    }

    @Test
    void takesNoneWhereNothingIsRead() throws IOException {
        body().end();
        assertThat(body().read()).isEqualTo('w');
        requireRefused(body());
    }

    @Test
    void bodyThatComesByteForByteIsGivenUpSoonAndItsTurnIsFree() throws IOException {
        AdmittedBody dripping = new AdmittedBody(
                new InputStream() {
                    @Override
                    public int read() {
                        clock += Duration.ofSeconds(1).toNanos();
                        return 'x';
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        target[offset] = (byte) read();
                        return 1;
                    }
                },
                turns,
                () -> clock);
        assertThatThrownBy(dripping::readAllBytes).isInstanceOf(SenderTooSlow.class);
        assertThat(Duration.ofNanos(clock)).isLessThan(Duration.ofSeconds(15));
        dripping.end();
        assertThat(body().readAllBytes()).hasSize(5);
    }

    private AdmittedBody body() {
        return new AdmittedBody(new ByteArrayInputStream("words".getBytes(UTF_8)), turns);
    }

    private static void requireRefused(AdmittedBody body) {
        assertThatThrownBy(body::read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.UNAVAILABLE));
    }
}
