package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluis.stack.RealmAdministration;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The realm changes the key it signs with. */
class KeyRotationIT {

    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final Stack stack = SharedStack.get();
    private final RealmAdministration realm = new RealmAdministration(stack);

    @Test
    void newKeyIsTakenAndADroppedOneOpensNothing() throws ParseException {
        String old = stack.tokens().of("client-a1");
        RestClient before = RestClient.bearing(stack, old);
        assertThat(before.get("/me").statusCode()).isEqualTo(200);

        realm.addSigningKey();
        String fresh = stack.tokens().of("client-a1");
        assertThat(key(fresh)).isNotEqualTo(key(old));
        RestClient after = RestClient.bearing(stack, fresh);
        // Keys are fetched again ten seconds after the last time at the latest, and somebody may just have named
        // another.
        await().until(() -> after.get("/me").statusCode() == 200);
        assertThat(before.get("/me").statusCode()).isEqualTo(200);

        realm.dropOldSigningKeys();
        Promise.within(PROMISED, () -> before.get("/me").statusCode() == 401);
        assertThat(after.get("/me").statusCode()).isEqualTo(200);
    }

    private static String key(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }
}
