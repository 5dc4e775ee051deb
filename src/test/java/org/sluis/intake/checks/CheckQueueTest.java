package org.sluis.intake.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CheckQueueTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final CheckQueue queue = new CheckQueue(2);
    private final CheckQueue.Place first = place(NOON);
    private final CheckQueue.Place second = place(NOON.plusSeconds(1));

    @Test
    void whoCameFirstIsServedFirst() {
        queue.join(first);
        queue.join(second);
        assertThat(queue.next()).contains(first);
        assertThat(queue.next()).contains(second);
        assertThat(queue.next()).isEmpty();
    }

    @Test
    void isNoLongerThanItMayBe() {
        assertThat(queue.join(first)).isTrue();
        assertThat(queue.join(second)).isTrue();
        assertThat(queue.join(place(NOON))).isFalse();
        assertThat(queue.next()).contains(first);
        assertThat(queue.join(place(NOON))).isTrue();
    }

    @Test
    void nobodyStandsInItLongerThanTheyMay() {
        queue.join(first);
        queue.join(second);
        assertThat(queue.late(NOON.minusMillis(1))).isEmpty();
        assertThat(queue.late(NOON)).containsExactly(first);
        assertThat(queue.next()).contains(second);
    }

    private static CheckQueue.Place place(Instant until) {
        return new CheckQueue.Place(SomePending.file(), new CompletableFuture<>(), until);
    }
}
