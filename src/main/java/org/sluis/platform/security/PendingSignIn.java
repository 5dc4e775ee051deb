package org.sluis.platform.security;

import java.time.Instant;

/**
 * A sign-in on its way through the identity provider. It is bound to the browser by a cookie that only the portal can
 * read, and its code serves once, so neither a forged nor a replayed answer signs anybody in (RFC 9700, 2.1 and 4.7).
 *
 * @param since when it was begun
 * @param state what the answer must repeat
 * @param nonce what the ID token must repeat
 * @param verifier the secret of the code challenge (RFC 7636)
 * @param destination the local path to go on to
 */
record PendingSignIn(Instant since, String state, String nonce, String verifier, String destination) {

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "PendingSignIn[destination=%s]".formatted(destination);
    }
}
