package org.sluis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns.Turn;
import org.sluis.platform.config.Settings;

class UploadLedgerTest {

    private final UploadLedger ledger =
            new UploadLedger(new Settings.Uploads(2, 1_000, 1, Duration.ofSeconds(1), 1, Duration.ofHours(1), 3));
    private final UUID person = UUID.randomUUID();

    @Test
    void oneUploadMoreAtOnceIsRefusedUntilOneEnds() {
        Turn first = ledger.admit(person, 1, 0);
        ledger.admit(person, 1, 0);
        refused(1, 0);
        first.close();
        ledger.admit(person, 1, 0);
    }

    @Test
    void oneByteMoreThanMayBePendingIsRefused() {
        ledger.admit(person, 400, 500);
        refused(101, 500);
        ledger.admit(person, 100, 500);
    }

    @Test
    void nobodyIsRefusedForAnotherPerson() {
        ledger.admit(person, 1_000, 0);
        ledger.admit(UUID.randomUUID(), 1_000, 0);
        refused(1, 0);
    }

    /** Each upload that is received holds a thread, whoever sends it. */
    @Test
    void oneUploadMoreOfAllPeopleTogetherIsToComeBackLater() {
        Turn first = ledger.admit(person, 1, 0);
        ledger.admit(person, 1, 0);
        ledger.admit(UUID.randomUUID(), 1, 0);
        UUID late = UUID.randomUUID();
        assertThatThrownBy(() -> ledger.admit(late, 1, 0)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.UNAVAILABLE);
            assertThat(refusal.facts()).containsKey(ProblemException.RETRY_AFTER);
        });
        first.close();
        ledger.admit(late, 1, 0);
    }

    private void refused(long bytes, long pending) {
        assertThatThrownBy(() -> ledger.admit(person, bytes, pending))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.TOO_MANY_REQUESTS);
                    assertThat(refusal.facts()).containsKey(ProblemException.RETRY_AFTER);
                });
    }
}
