package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.inspection.Parsers.Limits;
import org.sluis.inspection.parsing.Budget;

/** What becomes of child processes where the system has no sandbox for them; {@code SandboxIT} tries one. */
class SandboxTest {

    private static final byte[] TEXT = "text\n".getBytes(US_ASCII);
    private static final long HEAP = (64 << 20) + 4_096;

    @Test
    void whereTheSystemHasNoneChildrenRunWithoutUnlessItIsRequired(@TempDir Path empty) {
        Path absent = empty.resolve("bwrap");
        Sandbox without = Sandbox.of(absent, false);
        assertThat(without.state()).isEqualTo(Sandbox.State.ABSENT);
        try (Laboratory laboratory = new Laboratory(limits(Laboratory.BUDGET, Duration.ofSeconds(30)), without)) {
            assertThat(laboratory.refusal("a.txt", TEXT)).isEmpty();
        }
        Sandbox required = Sandbox.of(absent, true);
        assertThat(required.state()).isEqualTo(Sandbox.State.MISSING);
        try (Laboratory laboratory = new Laboratory(limits(Laboratory.BUDGET, Duration.ofSeconds(30)), required)) {
            assertThatThrownBy(() -> laboratory.refusal("a.txt", TEXT)).hasMessageContaining("no sandbox");
        }
    }

    private static Limits limits(Budget budget, Duration time) {
        return new Limits(budget, time, HEAP, 1, 10);
    }
}
