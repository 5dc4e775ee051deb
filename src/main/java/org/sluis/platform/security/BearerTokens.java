package org.sluis.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.util.Set;
import org.sluis.platform.config.Settings;

/**
 * Validates bearer tokens (RFC 6750, RFC 9068 in spirit, ASVS 9.1 and 9.2): RS256 signature by a key the realm
 * publishes, exact issuer, audience, type {@code Bearer}, expiry.
 */
@ApplicationScoped
public class BearerTokens {

    private static final Logger LOG = System.getLogger(BearerTokens.class.getName());
    private static final int CLOCK_SKEW_SECONDS = 10;

    @Inject
    Settings settings;

    @Inject
    RealmKeys keys;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    @PostConstruct
    void prepare() {
        processor.setJWSKeySelector(keys.selector(JWSAlgorithm.RS256));
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                settings.oidc().audience(),
                new JWTClaimsSet.Builder()
                        .issuer(settings.oidc().issuer().toString())
                        .claim("typ", "Bearer")
                        .build(),
                Set.of("sub", "exp", "iat"));
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** Whether the token may be used here; where not, the log says why. Nobody is asked: see {@link TokenStatusCache}. */
    boolean isValid(String token) {
        try {
            processor.process(token, null);
            return true;
        } catch (ParseException | BadJOSEException | JOSEException flaw) {
            LOG.log(Level.DEBUG, "Bearer token refused: {0}", flaw.getMessage());
            return false;
        }
    }
}
