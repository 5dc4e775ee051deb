package org.sluis.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.sluis.kernel.Sha256;

/**
 * Whether the account behind a valid token is still active, asked of the realm at most every three seconds for each
 * token: whoever is disabled, signed out or stripped of a role is out within five (promise B3, ASVS 7.4 and 8.3.2).
 *
 * <p>While the realm is away nobody can be disabled in it, so whoever it confirmed before goes on until the token ends;
 * whoever it never confirmed has to wait.
 */
@ApplicationScoped
public class TokenStatusCache {

    private static final Duration LONGEST_TOKEN = Duration.ofMinutes(15);
    private static final int TOKENS = 20_000;

    @Inject
    Introspection introspection;

    /** Nobody waits in here: an answer that takes its time is waited for by those who asked for that one token. */
    private final Cache<Sha256, TokenStatus> statuses = Caffeine.newBuilder()
            .maximumSize(TOKENS)
            .expireAfterWrite(LONGEST_TOKEN)
            .build();

    /**
     * The identity behind {@code accessToken}, whose signature and expiry were checked before; none where it has ended.
     *
     * @throws IOException where the realm is away and never confirmed this token
     */
    Optional<LiveIdentity> identity(String accessToken) throws IOException {
        Sha256 key = Sha256.of(accessToken.getBytes(StandardCharsets.UTF_8));
        return status(key, accessToken).identity();
    }

    /**
     * Forgets what was confirmed for a session of the realm, so that its next request asks again. An answer that is on its
     * way counts only for those who wait for it already.
     */
    void invalidate(String session) {
        forget(who -> who.session().filter(session::equals).isPresent());
    }

    /** The same for all sessions of an account, when the portal itself has changed it. */
    public void invalidateAccount(String subject) {
        forget(who -> who.identity().subject().equals(subject));
    }

    private void forget(Predicate<LiveIdentity> those) {
        statuses.asMap().values().removeIf(status -> status.mayBeOf(those));
    }

    private TokenStatus status(Sha256 key, String accessToken) {
        TokenStatus known = statuses.getIfPresent(key);
        if (known != null && known.isFresh()) {
            return known;
        }
        return statuses.asMap().compute(key, (unused, before) -> {
            if (before == null) {
                return new TokenStatus(() -> introspection.ask(accessToken));
            }
            return before.isFresh() ? before : new TokenStatus(() -> introspection.ask(accessToken), before);
        });
    }
}
