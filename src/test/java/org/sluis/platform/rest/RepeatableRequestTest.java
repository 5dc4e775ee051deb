package org.sluis.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** Which requests are the same, and what a key may be. */
class RepeatableRequestTest {

    @Test
    void keyIsTheSameWithAndWithoutQuotes() {
        assertThat(RepeatableRequest.of("\"8e03978e\"", "x")).isEqualTo(RepeatableRequest.of(" 8e03978e ", "x"));
        assertThat(RepeatableRequest.of(null, "x")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "a b", "\"a", "a\"b", "caf\u00E9", "a\tb", "\"a\\b\""})
    void refusesWhatIsNoKey(String header) {
        assertInvalid(header);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThat(RepeatableRequest.of("k".repeat(255), "x")).isPresent();
        assertInvalid("k".repeat(256));
    }

    @Test
    void sameRequestsHaveTheSameFingerprintAndOthersAnother() {
        RepeatableRequest request =
                RepeatableRequest.of("k", "grant", List.of("a")).orElseThrow();
        assertThat(RepeatableRequest.of("k", "grant", List.of("a"))).contains(request);
        assertThat(RepeatableRequest.of("k", "grant", List.of("b"))).isNotEqualTo(request);
        assertThat(RepeatableRequest.of("k", "ab", "c")).isNotEqualTo(RepeatableRequest.of("k", "a", "bc"));
    }

    private static void assertInvalid(String header) {
        assertThatThrownBy(() -> RepeatableRequest.of(header, "x"))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_MEMBER);
                    assertThat(refusal.facts()).containsEntry("member", "Idempotency-Key");
                });
    }
}
