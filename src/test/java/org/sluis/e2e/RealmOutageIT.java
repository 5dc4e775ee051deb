package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** A realm that takes calls and answers none: whoever it confirmed goes on, everybody else waits. */
class RealmOutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Longer than any confirmation counts as fresh, so that the silent realm is asked in between. */
    private static final Duration LONGER_THAN_FRESH = Duration.ofSeconds(5);

    private final Stack stack = SharedStack.get();

    @Test
    void whoeverWasConfirmedGoesOnAndNobodyElseComesIn() throws Exception {
        RestClient known = new RestClient(stack, "client-a1");
        RestClient unknown = new RestClient(stack, "client-b1");
        assertThat(known.get("/me").statusCode()).isEqualTo(200);
        stack.keycloak().suspend();
        try {
            await().during(LONGER_THAN_FRESH)
                    .atMost(PATIENCE)
                    .until(() -> known.get("/me").statusCode() == 200);
            assertThat(unknown.get("/me").statusCode()).isEqualTo(503);
            assertThat(RestClient.bearing(stack, "not.a.token").get("/me").statusCode())
                    .isEqualTo(401);
        } finally {
            stack.keycloak().resume();
        }
        await().atMost(PATIENCE).until(() -> unknown.get("/me").statusCode() == 200);
    }
}
