package org.sluis.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins a browser has begun: a few at once, for as many tabs. The browser forgets each with its answer; should it not,
 * the realm takes no code twice.
 */
@ApplicationScoped
class PendingSignIns {

    private static final int AT_ONCE = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Inject
    SignInCookie cookie;

    void keep(HttpServletRequest request, HttpServletResponse response, PendingSignIn begun) {
        List<PendingSignIn> all = Stream.concat(Stream.of(begun), alive(request).stream())
                .limit(AT_ONCE)
                .toList();
        cookie.write(response, all, PATIENCE.toSeconds());
    }

    /** The sign-in this state belongs to, which is then forgotten. */
    Optional<PendingSignIn> take(HttpServletRequest request, HttpServletResponse response, @Nullable String state) {
        List<PendingSignIn> all = alive(request);
        Optional<PendingSignIn> answered =
                all.stream().filter(begun -> begun.state().equals(state)).findFirst();
        if (answered.isPresent()) {
            cookie.write(
                    response,
                    all.stream().filter(begun -> !begun.equals(answered.get())).toList(),
                    PATIENCE.toSeconds());
        }
        return answered;
    }

    private List<PendingSignIn> alive(HttpServletRequest request) {
        Instant earliest = Instant.now().minus(PATIENCE);
        return cookie.read(request).stream()
                .filter(begun -> begun.since().isAfter(earliest))
                .toList();
    }
}
