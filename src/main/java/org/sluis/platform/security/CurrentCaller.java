package org.sluis.platform.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** The caller of this request, from the bearer token or from the session, resolved once. */
@RequestScoped
public class CurrentCaller {

    private static final String IDENTITY = CurrentCaller.class.getName();

    @Inject
    HttpServletRequest request;

    @Inject
    CallerDirectory directory;

    private Optional<Caller> caller = Optional.empty();
    private boolean known;

    /** Leaves the identity of a validated token for the rest of the request. */
    static void remember(HttpServletRequest request, Identity identity) {
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

    /** The language of the person, where one is signed in. */
    public Optional<Locale> language() {
        return identity().map(Identity::language);
    }

    private Optional<Caller> caller() {
        if (!known) {
            caller = identity()
                    .flatMap(identity -> directory.callerOf(identity, Optional.ofNullable(request.getRemoteAddr())));
            known = true;
        }
        return caller;
    }

    private Optional<Identity> identity() {
        if (request.getAttribute(IDENTITY) instanceof Identity remembered) {
            return Optional.of(remembered);
        }
        return Optional.empty();
    }
}
