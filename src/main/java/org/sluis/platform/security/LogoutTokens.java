package org.sluis.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Validates logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.6), each of which counts once. */
@ApplicationScoped
class LogoutTokens {

    private static final Logger LOG = System.getLogger(LogoutTokens.class.getName());
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final int REMEMBERED = 100_000;

    @Inject
    Realm realm;

    @Inject
    RealmKeys keys;

    private final Cache<String, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(LONGEST_LIFE.multipliedBy(2))
            .build();

    /** The realm's session that has ended; none where the token is no good, too old or was seen before. */
    Optional<String> endedSession(String token) {
        try {
            LogoutTokenClaimsSet claims = new LogoutTokenValidator(
                            realm.issuer(), realm.client(), true, keys.selector(JWSAlgorithm.RS256), null)
                    .validate(JWTParser.parse(token));
            boolean old =
                    claims.getIssueTime().toInstant().isBefore(Instant.now().minus(LONGEST_LIFE));
            if (old
                    || claims.getSessionID() == null
                    || isRepeated(claims.getJWTID().getValue())) {
                return Optional.empty();
            }
            return Optional.of(claims.getSessionID().getValue());
        } catch (ParseException | BadJOSEException | JOSEException flaw) {
            LOG.log(Level.WARNING, "Logout token refused: {0}", flaw.getMessage());
            return Optional.empty();
        }
    }

    private boolean isRepeated(String id) {
        return seen.asMap().putIfAbsent(id, true) != null;
    }
}
