package org.sluis.platform.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private @Nullable Caller caller;

    /** Leaves the identity of a validated token for the rest of the request. */
    static void remember(HttpServletRequest request, Identity identity) {
        request.setAttribute(IDENTITY, identity);
    }

    /** @throws ProblemException {@code unauthenticated} where nobody is signed in */
    public Caller get() {
        if (caller == null) {
            Identity identity = identity().orElseThrow(() -> new ProblemException(Problem.UNAUTHENTICATED));
            caller = directory.callerOf(identity, Optional.ofNullable(request.getRemoteAddr()));
        }
        return caller;
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return identity().isPresent();
    }

    /** The language of the person, where one is signed in. */
    public Optional<Locale> language() {
        return identity().map(Identity::language);
    }

    private Optional<Identity> identity() {
        if (request.getAttribute(IDENTITY) instanceof Identity known) {
            return Optional.of(known);
        }
        return Optional.empty();
    }
}
