package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SecondPortal;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** A session ends when nobody uses it, and after its time even while somebody does (ASVS 7.3), on a clock of seconds. */
class SessionEndIT {

    private static final Duration IDLE = Duration.ofSeconds(4);
    private static final Duration ABSOLUTE = Duration.ofSeconds(14);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack = SharedStack.get();

    @Test
    void sessionEndsWhenIdleAndAtTheLatestAfterItsTime() throws Exception {
        try (SecondPortal portal = new SecondPortal(
                stack,
                "sessions",
                Map.of("sluis.session.idle", IDLE.toString(), "sluis.session.absolute", ABSOLUTE.toString()))) {
            Visitor away = new Visitor(portal.url(), portal.trust());
            Visitor busy = new Visitor(portal.url(), portal.trust());
            away.signIn("client-a1");
            Instant begun = Instant.now();
            busy.signIn("client-b1");
            assertThat(busy.isSignedIn()).isTrue();

            await().atMost(PATIENCE).until(() -> busy.isSignedIn() && isOver(begun, IDLE));
            assertThat(away.isSignedIn()).as("nobody used it").isFalse();
            assertThat(busy.isSignedIn()).as("somebody used it").isTrue();

            await().atMost(PATIENCE).until(() -> !busy.isSignedIn());
            assertThat(Instant.now()).isAfter(begun.plus(ABSOLUTE));
        }
    }

    /** A second more, for the server counts from its own last look at the session. */
    private static boolean isOver(Instant begun, Duration time) {
        return Instant.now().isAfter(begun.plus(time).plusSeconds(1));
    }
}
