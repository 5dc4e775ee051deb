package org.sluis.platform.bodies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.SampleSettings;

class AdmittedBodyTest {

    private final BodyTurns turns = new BodyTurns();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    void oneTurn() {
        turns.settings = SampleSettings.with(Map.of("sluis.uploads.receiving", "2"));
        turns.open();
    }

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
