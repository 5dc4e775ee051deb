package org.sluis.intake.tus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** Whoever is silent can be replaced, and nobody else. */
class ReplaceableInputTest {

    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void handsOnWhatComes() throws IOException {
        ReplaceableInput input = input(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        assertThat(input.readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void silentSenderIsReplacedAndNothingOfItCountsAnyMore() {
        ReplaceableInput[] input = new ReplaceableInput[1];
        input[0] = input(new Sender(() -> {
            clock.addAndGet(SILENCE.toNanos() - 1);
            assertThat(input[0].endIfSilentFor(SILENCE)).isFalse();
            clock.addAndGet(1);
            assertThat(input[0].endIfSilentFor(SILENCE)).isTrue();
            assertThat(input[0].endIfSilentFor(SILENCE)).as("a second time").isFalse();
        }));
        assertBusy(input[0]);
        assertBusy(input[0]);
    }

    @Test
    void senderWhoseBytesAreDealtWithIsNotReplaced() throws IOException {
        ReplaceableInput input = input(new Sender(() -> {}));
        assertThat(input.read()).isEqualTo(7);
        clock.addAndGet(SILENCE.toNanos() * 10);
        assertThat(input.endIfSilentFor(SILENCE)).isFalse();
        assertThat(input.read()).isEqualTo(7);
    }

    private static void assertBusy(ReplaceableInput input) {
        assertThatThrownBy(() -> input.read(new byte[10], 0, 10))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.UPLOAD_BUSY);
                    assertThat(refusal.facts()).containsEntry(ProblemException.RETRY_AFTER, 2L);
                });
    }

    private ReplaceableInput input(InputStream sender) {
        return new ReplaceableInput(sender, clock::get);
    }

    /** Sends sevens, after something has happened. */
    private static final class Sender extends InputStream {

        private final Runnable meanwhile;

        Sender(Runnable meanwhile) {
            this.meanwhile = meanwhile;
        }

        @Override
        public int read() {
            meanwhile.run();
            return 7;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            target[offset] = (byte) read();
            return 1;
        }
    }
}
