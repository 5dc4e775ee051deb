package org.sluis.platform.security;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.sluis.kernel.Role;

/**
 * What a browser session holds of a signed-in person. The tokens never leave the server.
 *
 * @param idToken the validated ID token (OpenID Connect Core 1.0, 2) as signed by the realm
 * @param accessToken the realm's word that account and session are still alive
 * @param refreshToken buys the next three; each works once
 * @param renewAt when these tokens have to be exchanged for new ones
 * @param since when the person signed in, for the absolute end of the session
 * @param roles which the account had at the sign-in; with others the session is over
 */
record SignedIn(
        String idToken, String accessToken, String refreshToken, Instant renewAt, Instant since, Set<Role> roles)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 2L;

    SignedIn {
        roles = Set.copyOf(roles);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(renewAt);
    }

    /** Tokens stay out of logs. */
    @Override
    public String toString() {
        return "SignedIn[since=%s, renewAt=%s]".formatted(since, renewAt);
    }
}
