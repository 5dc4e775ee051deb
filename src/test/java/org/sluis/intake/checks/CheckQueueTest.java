package org.sluis.intake.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sluis.blob.StoredBlob;
import org.sluis.blob.StoredBlob.WrappedKey;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.Sha256;

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
        StoredBlob blob = new StoredBlob(
                UUID.randomUUID(), 0, Sha256.of(Sha256.newDigest()), OptionalLong.empty(), new WrappedKey(new byte[0]));
        Pending pending = new Pending(UUID.randomUUID(), UUID.randomUUID(), 1, "certificate", "a.pdf", blob, 1, 0);
        return new CheckQueue.Place(pending, new CompletableFuture<>(), until);
    }
}
