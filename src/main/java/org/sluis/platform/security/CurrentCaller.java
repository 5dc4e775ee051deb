package org.sluis.platform.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** The caller of this request, from the bearer token or from the session, resolved once. */
@RequestScoped
public class CurrentCaller {

    private static final Logger LOG = System.getLogger(CurrentCaller.class.getName());
    private static final String IDENTITY = CurrentCaller.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    CallerDirectory directory;

    private Optional<Caller> caller = Optional.empty();
    private boolean known;

    /** Nobody could be asked once; a refusal has many words. */
    private boolean unanswered;

    /** Leaves the identity of a validated token for the rest of the request. */
    static void remember(HttpServletRequest request, LiveIdentity identity) {
        request.setAttribute(IDENTITY, identity);
    }

    /** @throws ProblemException {@code unauthenticated} where nobody is signed in */
    public Caller get() {
        return caller().orElseThrow(() -> new ProblemException(Problem.UNAUTHENTICATED));
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return caller().isPresent();
    }

    /** Whether the realm vouches for somebody whom the portal has shut out. */
    public boolean isShutOut() {
        return identity().isPresent() && caller().isEmpty();
    }

    /** The language that the person has chosen, otherwise the one of the account; none where nobody is signed in. */
    public Optional<Locale> language() {
        return identity().map(identity -> chosen().orElse(identity.language()));
    }

    /** A refusal is worded also while nobody can be asked what was chosen. */
    private Optional<Locale> chosen() {
        if (unanswered) {
            return Optional.empty();
        }
        try {
            return caller().flatMap(Caller::language);
        } catch (RuntimeException away) {
            unanswered = true;
            LOG.log(Level.DEBUG, "Words are said in the language of the account", away);
            return Optional.empty();
        }
    }

    private Optional<Caller> caller() {
        if (!known) {
            caller = identity()
                    .flatMap(identity -> directory.callerOf(identity, Optional.ofNullable(request.getRemoteAddr())));
            known = true;
        }
        return caller;
    }

    /** The realm's session that the request belongs to, where the token names one. */
    public Optional<String> session() {
        return live().flatMap(LiveIdentity::session);
    }

    private Optional<Identity> identity() {
        return live().map(LiveIdentity::identity);
    }

    private Optional<LiveIdentity> live() {
        if (request.getAttribute(IDENTITY) instanceof LiveIdentity remembered) {
            return Optional.of(remembered);
        }
        return Optional.empty();
    }
}
