package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sluis.platform.bodies.Turns.Turn;

/** Who asks for many previews stands in the way of nobody else. */
class OneByOneTest {

    private final OneByOne line = new OneByOne();

    @Test
    void othersDoNotWaitAndTheOwnNextOneDoes() {
        UUID greedy = UUID.randomUUID();
        Turn first = line.enter(greedy);
        CompletableFuture<Turn> second = CompletableFuture.supplyAsync(() -> line.enter(greedy));
        line.enter(UUID.randomUUID()).close();
        assertThat(second).isNotDone();
        first.close();
        first.close();
        Turn next = second.join();
        CompletableFuture<Turn> third = CompletableFuture.supplyAsync(() -> line.enter(greedy));
        assertThat(third).isNotDone();
        next.close();
        third.join().close();
    }
}
