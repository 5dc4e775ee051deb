package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.SampleSettings;

class ArchiveTurnsTest {

    private final ArchiveTurns turns = new ArchiveTurns();
    private final UUID person = UUID.randomUUID();

    @BeforeEach
    void allowTwo() {
        turns.settings = SampleSettings.with(Map.of("sluis.archive.at-once", "2"));
    }

    @Test
    void oneMoreThanAllowedIsRefusedUntilOneEnds() {
        turns.begin(person);
        turns.begin(person);
        assertThatThrownBy(() -> turns.begin(person)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.TOO_MANY_REQUESTS);
            assertThat(refusal.facts()).containsKey("retryAfter");
        });
        turns.end(person);
        turns.begin(person);
    }

    @Test
    void nobodyIsRefusedForAnotherPerson() {
        turns.begin(person);
        turns.begin(person);
        turns.begin(UUID.randomUUID());
    }
}
