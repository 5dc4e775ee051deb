package org.sluis.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and validates ID tokens (OpenID Connect Core 1.0, 3.1.3.7). */
final class IdTokens {

    private static final Logger LOG = System.getLogger(IdTokens.class.getName());

    private IdTokens() {}

    static boolean isValid(IDTokenValidator validator, JWT token, @Nullable Nonce nonce) {
        try {
            validator.validate(token, nonce);
            return true;
        } catch (BadJOSEException | JOSEException flaw) {
            LOG.log(Level.WARNING, "ID token refused: {0}", flaw.getMessage());
            return false;
        }
    }

    /** Whom a token speaks of that was validated when it came. */
    static Identity identity(String validated, Optional<String> employeeAcr) {
        try {
            return Claims.identity(parse(validated).getJWTClaimsSet(), employeeAcr);
        } catch (ParseException changed) {
            throw new IllegalStateException("a validated token cannot be read", changed);
        }
    }

    private static JWT parse(String validated) {
        try {
            return JWTParser.parse(validated);
        } catch (ParseException changed) {
            throw new IllegalStateException("a validated token cannot be read", changed);
        }
    }
}
