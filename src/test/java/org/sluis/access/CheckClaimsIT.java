package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.quarantine.Waiting;
import org.sluis.stack.BareDatabase;

/** Checks are taken up many at a time without asking for each. */
@TestInstance(Lifecycle.PER_CLASS)
class CheckClaimsIT {

    private static final int BATCH = 40;

    /** Entering the wall, claiming, and reading what was claimed. */
    private static final int STATEMENTS = 3;

    private final Exchange exchange = new Exchange(BareDatabase.get());
    private final Caller sender = exchange.person(Optional.of("Plant"), Role.CLIENT);

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void aFullBatchTakesAsManyStatementsAsASingleOne() {
        List<UUID> sent = IntStream.range(0, BATCH)
                .mapToObj(number -> exchange.sent(sender, "Batch " + number).versionId())
                .toList();
        long before = exchange.portal.statements();
        List<Pending> claimed = exchange.portal.as(
                SystemCaller.GATE,
                () -> exchange.portal
                        .get(Waiting.class)
                        .claim(1000, Instant.now().plusSeconds(600)));
        assertThat(exchange.portal.statements() - before).isLessThanOrEqualTo(STATEMENTS);
        assertThat(claimed).extracting(Pending::versionId).containsAll(sent);
        assertThat(claimed).extracting(Pending::claim).doesNotContain(0L).doesNotHaveDuplicates();
    }
}
