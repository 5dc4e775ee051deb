package org.sluis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants as requests carry them. */
class InstantsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-01T12:00:00Z",
                "2026-05-01t12:00:00z",
                "2026-05-01T14:00:00+02:00",
                "2026-05-01T12:00:00.000000999Z"
            })
    void areReadInEachSpellingOfTheStandardToTheMicrosecond(String text) {
        assertThat(Instants.parse("at", text)).isEqualTo(Instant.parse("2026-05-01T12:00:00Z"));
    }

    @Test
    void reachFromTheFirstYearToTheLastOfFourDigits() {
        assertThat(Instants.parse("at", "0001-01-01T00:00:00Z")).hasToString("0001-01-01T00:00:00Z");
        assertThat(Instants.parse("at", "9999-12-31T23:59:59.999999999Z")).hasToString("9999-12-31T23:59:59.999999Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "0000-12-31T23:59:59Z",
                "-4800-01-01T00:00:00Z",
                "9999-12-31T23:59:59-00:01",
                "0001-01-01T00:00:00+00:01"
            })
    void areRefusedWhereTheyCannotBeKept(String text) {
        assertRefused(text, "range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-05-01", "2026-05-01T12:00:00", "2026-02-30T12:00:00Z", "1780000000"})
    void areRefusedWhereTheyAreNone(String text) {
        assertRefused(text, "format");
    }

    private static void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> Instants.parse("at", text)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.INVALID_MEMBER);
            assertThat(refusal.facts()).containsEntry("member", "at").containsEntry("reason", reason);
        });
    }
}
