package org.sluis.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sluis.platform.config.Settings;

/**
 * The sign-in a browser's session holds (ASVS 7). It ends when idle, at the latest after a working day, as soon as the
 * realm no longer renews it, and when the person's roles are no longer those of the sign-in, or ask for a stronger one. Each sign-in gets a session
 * identifier nobody knew before.
 */
@ApplicationScoped
public class BrowserSession {

    private static final Logger LOG = System.getLogger(BrowserSession.class.getName());
    private static final String SIGNED_IN = SignedIn.class.getName();
    private static final int LOCKS = 64;

    @Inject
    Settings settings;

    @Inject
    IdentityProvider provider;

    @Inject
    TokenStatusCache tokenStatus;

    /** A refresh token works once, so two requests of one session must not renew at the same time. */
    private final Object[] locks =
            IntStream.range(0, LOCKS).mapToObj(number -> new Object()).toArray();

    /**
     * Who is signed in, with tokens renewed where they were due; nobody where the session has come to its end.
     *
     * @throws IOException while the realm is away and has to be asked
     */
    Optional<LiveIdentity> identity(HttpServletRequest request) throws IOException {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        try {
            Optional<SignedIn> held = alive(session);
            return held.isPresent() ? confirmed(session, held.get()) : Optional.empty();
        } catch (IllegalStateException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<LiveIdentity> confirmed(HttpSession session, SignedIn held) throws IOException {
        Optional<LiveIdentity> live = tokenStatus.identity(held.accessToken());
        if (live.isEmpty()) {
            session.invalidate();
            return live;
        }
        Identity identity = live.get().identity();
        if (!identity.roles().equals(held.roles()) || identity.isTooWeak()) {
            session.invalidate();
            endAtTheRealm(held);
            return Optional.empty();
        }
        return live;
    }

    /** Else the realm would let the person in again as somebody who has signed in already, whatever the role demands. */
    void endAtTheRealm(SignedIn refused) {
        try {
            provider.end(refused);
        } catch (IOException notNow) {
            LOG.log(
                    Level.WARNING,
                    "A session that the portal has refused goes on at the realm: {0}",
                    notNow.toString());
        }
    }

    /** Nothing of an earlier sign-in goes on, the secret of its pages neither. */
    void begin(HttpServletRequest request, SignedIn signedIn) {
        HttpSession session = request.getSession();
        Collections.list(session.getAttributeNames()).forEach(session::removeAttribute);
        request.changeSessionId();
        session.setMaxInactiveInterval(
                Math.toIntExact(settings.sessions().idle().toSeconds()));
        session.setAttribute(SIGNED_IN, signedIn);
    }

    /** Ends the session and says what it held. */
    Optional<SignedIn> end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Optional<SignedIn> held = held(session);
        session.invalidate();
        return held;
    }

    private Optional<SignedIn> alive(HttpSession session) throws IOException {
        Instant now = Instant.now();
        Optional<SignedIn> held = held(session);
        if (held.isEmpty()) {
            return held;
        }
        if (held.get().since().plus(settings.sessions().absolute()).isBefore(now)) {
            session.invalidate();
            return Optional.empty();
        }
        return held.get().isDue(now) ? renewed(session) : held;
    }

    private Optional<SignedIn> renewed(HttpSession session) throws IOException {
        synchronized (locks[Math.floorMod(session.getId().hashCode(), LOCKS)]) {
            Optional<SignedIn> held = held(session);
            if (held.isEmpty() || !held.get().isDue(Instant.now())) {
                return held;
            }
            Optional<SignedIn> fresh = provider.renew(held.get());
            fresh.ifPresentOrElse(next -> session.setAttribute(SIGNED_IN, next), session::invalidate);
            return fresh;
        }
    }

    private static Optional<SignedIn> held(HttpSession session) {
        return Optional.ofNullable((SignedIn) session.getAttribute(SIGNED_IN));
    }
}
