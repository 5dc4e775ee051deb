package org.sluis.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Role;

/**
 * The one mechanism of authentication: the API takes bearer tokens and nothing else, pages take the session of a
 * browser that signed in. Refusals are left to the filters behind it, which word them.
 */
@ApplicationScoped
public class TwoWaysIn implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(TwoWaysIn.class.getName());
    private static final String SCHEME = "Bearer ";

    @Inject
    BearerTokens tokens;

    @Inject
    BrowserSession session;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (ApiPath.covers(request)) {
            return answer(context, bearer(request).flatMap(tokens::validate));
        }
        if (StaticPath.covers(request)) {
            return context.doNothing();
        }
        try {
            return answer(context, session.identity(request));
        } catch (IOException away) {
            LOG.log(Level.WARNING, "A session cannot be renewed: {0}", away.toString());
            return refused(request, response);
        }
    }

    private static AuthenticationStatus answer(HttpMessageContext context, Optional<Identity> identity) {
        if (identity.isEmpty()) {
            return context.doNothing();
        }
        CurrentCaller.remember(context.getRequest(), identity.get());
        Set<String> roles = identity.get().roles().stream().map(Role::claim).collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(identity.get().subject(), roles);
    }

    private static AuthenticationStatus refused(HttpServletRequest request, HttpServletResponse response) {
        try {
            PageRefusal.send(request, response, Problem.UNAVAILABLE);
        } catch (IOException hungUp) {
            LOG.log(Level.DEBUG, "Nobody waits for the refusal", hungUp);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
