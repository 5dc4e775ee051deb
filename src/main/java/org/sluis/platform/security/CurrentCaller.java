package org.sluis.platform.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
    SecurityContext security;

    @Inject
    Instance<OpenIdContext> openId;

    @Inject
    CallerDirectory directory;

    private @Nullable Caller caller;

    /** Leaves the identity of a validated bearer token for the rest of the request. */
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
        if (request.getAttribute(IDENTITY) instanceof Identity bearer) {
            return Optional.of(bearer);
        }
        if (security.getCallerPrincipal() == null || !openId.isResolvable()) {
            return Optional.empty();
        }
        Map<String, Object> claims =
                new HashMap<>(openId.get().getIdentityToken().getClaims());
        return Optional.of(Claims.identity(claims));
    }
}
