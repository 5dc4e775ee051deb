package org.sluis.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private static final Logger LOG = System.getLogger(TokenStatusCache.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration LONGEST_TOKEN = Duration.ofMinutes(15);
    private static final int TOKENS = 20_000;

    @Inject
    Introspection introspection;

    /** Two requests with one token ask once: the second waits for the answer to the first. */
    private final Cache<Sha256, Confirmation> confirmed = Caffeine.newBuilder()
            .maximumSize(TOKENS)
            .expireAfterWrite(LONGEST_TOKEN)
            .build();

    private record Confirmation(LiveIdentity who, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }
    }

    /**
     * The identity behind {@code accessToken}, whose signature and expiry were checked before; none where it has ended.
     *
     * @throws IOException where the realm is away and never confirmed this token
     */
    Optional<Identity> identity(String accessToken) throws IOException {
        Sha256 key = Sha256.of(accessToken.getBytes(StandardCharsets.UTF_8));
        Confirmation known = confirmed.getIfPresent(key);
        if (known == null || !known.isFresh()) {
            known = confirm(key, accessToken);
        }
        return Optional.ofNullable(known).map(Confirmation::who).map(LiveIdentity::identity);
    }

    /** Forgets what was confirmed for a session of the realm, so that its next request asks again. */
    void invalidate(String session) {
        confirmed
                .asMap()
                .values()
                .removeIf(known -> known.who().session().filter(session::equals).isPresent());
    }

    /** The same for all sessions of an account, when the portal itself has changed it. */
    public void invalidateAccount(String subject) {
        confirmed
                .asMap()
                .values()
                .removeIf(known -> known.who().identity().subject().equals(subject));
    }

    private @Nullable Confirmation confirm(Sha256 key, String accessToken) throws IOException {
        try {
            return confirmed.asMap().compute(key, (unused, before) -> {
                if (before != null && before.isFresh()) {
                    return before;
                }
                return asked(accessToken, before);
            });
        } catch (UncheckedIOException away) {
            throw away.getCause();
        }
    }

    private @Nullable Confirmation asked(String accessToken, @Nullable Confirmation before) {
        try {
            return introspection
                    .ask(accessToken)
                    .map(who -> new Confirmation(who, System.nanoTime()))
                    .orElse(null);
        } catch (IOException away) {
            if (before == null) {
                throw new UncheckedIOException(away);
            }
            LOG.log(Level.WARNING, "The realm cannot be asked whether accounts are active: {0}", away.toString());
            return new Confirmation(before.who(), System.nanoTime());
        }
    }
}
