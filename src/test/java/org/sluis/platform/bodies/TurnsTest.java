package org.sluis.platform.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns.Turn;

class TurnsTest {

    private final UUID person = UUID.randomUUID();

    @Test
    void oneMoreThanOnePersonMayHaveIsRefusedUntilOneEnds() {
        Turns turns = new Turns(2, 3, 7);
        Turn first = turns.take(person);
        turns.take(person);
        requireRefused(turns, person, Problem.TOO_MANY_REQUESTS);
        turns.take(UUID.randomUUID());
        first.close();
        turns.take(person);
    }

    @Test
    void oneMoreThanThereAreIsRefusedToEverybody() {
        Turns turns = new Turns(2, 3, 7);
        turns.take(person);
        turns.take(person);
        Turn nobodys = turns.take();
        UUID other = UUID.randomUUID();
        requireRefused(turns, other, Problem.UNAVAILABLE);
        assertThatThrownBy(turns::take).isInstanceOf(ProblemException.class);
        nobodys.close();
        turns.take(other);
    }

    @Test
    void oneEndsOnceHoweverOftenThatIsSaid() {
        Turns turns = new Turns(2, 2, 7);
        Turn first = turns.take(person);
        turns.take(person);
        first.close();
        first.close();
        turns.take(person);
        requireRefused(turns, person, Problem.TOO_MANY_REQUESTS);
        requireRefused(turns, UUID.randomUUID(), Problem.UNAVAILABLE);
    }

    @Test
    void neverMoreAreGivenThanThereAreAndNoneIsLost() {
        Turns turns = new Turns(1_000, 3, 7);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        IntStream.range(0, 4_000).parallel().forEach(turn -> {
            try {
                Turn taken = turns.take(person);
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                now.decrementAndGet();
                taken.close();
            } catch (ProblemException refused) {
                assertThat(refused.problem()).isEqualTo(Problem.UNAVAILABLE);
            }
        });
        assertThat(most.get()).isBetween(1, 3);
        List<Turn> all = Stream.generate(() -> turns.take(person)).limit(3).toList();
        assertThat(all).hasSize(3);
    }

    private static void requireRefused(Turns turns, UUID whom, Problem problem) {
        assertThatThrownBy(() -> turns.take(whom)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(problem);
            assertThat(refusal.facts()).containsEntry(ProblemException.RETRY_AFTER, 7L);
        });
    }
}
