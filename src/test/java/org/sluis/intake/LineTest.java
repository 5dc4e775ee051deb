package org.sluis.intake;

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

class LineTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Line line = new Line(2);
    private final Line.Place first = place(NOON);
    private final Line.Place second = place(NOON.plusSeconds(1));

    @Test
    void whoCameFirstIsServedFirst() {
        line.join(first);
        line.join(second);
        assertThat(line.next()).contains(first);
        assertThat(line.next()).contains(second);
        assertThat(line.next()).isEmpty();
    }

    @Test
    void isNoLongerThanItMayBe() {
        assertThat(line.join(first)).isTrue();
        assertThat(line.join(second)).isTrue();
        assertThat(line.join(place(NOON))).isFalse();
        assertThat(line.next()).contains(first);
        assertThat(line.join(place(NOON))).isTrue();
    }

    @Test
    void nobodyStandsInItLongerThanTheyMay() {
        line.join(first);
        line.join(second);
        assertThat(line.late(NOON.minusMillis(1))).isEmpty();
        assertThat(line.late(NOON)).containsExactly(first);
        assertThat(line.next()).contains(second);
    }

    private static Line.Place place(Instant until) {
        StoredBlob blob = new StoredBlob(
                UUID.randomUUID(), 0, Sha256.of(Sha256.newDigest()), OptionalLong.empty(), new WrappedKey(new byte[0]));
        Pending pending = new Pending(UUID.randomUUID(), UUID.randomUUID(), 1, "certificate", "a.pdf", blob, 1);
        return new Line.Place(pending, new CompletableFuture<>(), until);
    }
}
