package org.sluis.platform.security;

import java.io.Serial;
import java.io.Serializable;

/**
 * A sign-in on its way through the identity provider. It is bound to the browser by its session and used up by the
 * first answer, so neither a forged nor a replayed answer signs anybody in (RFC 9700, 2.1 and 4.7).
 *
 * @param state what the answer must repeat
 * @param nonce what the ID token must repeat
 * @param verifier the secret of the code challenge (RFC 7636)
 * @param destination the local path to go on to
 */
record PendingSignIn(String state, String nonce, String verifier, String destination) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "PendingSignIn[destination=%s]".formatted(destination);
    }
}
