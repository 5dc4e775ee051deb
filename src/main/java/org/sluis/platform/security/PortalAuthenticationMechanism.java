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
public class PortalAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(PortalAuthenticationMechanism.class.getName());
    private static final String SCHEME = "Bearer ";

    @Inject
    BearerTokens tokens;

    @Inject
    TokenStatusCache tokenStatus;

    @Inject
    BrowserSession session;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (StaticPath.covers(request)) {
            return context.doNothing();
        }
        try {
            return answer(context, ApiPath.covers(request) ? bearer(request) : session.identity(request));
        } catch (IOException away) {
            LOG.log(Level.WARNING, "Nobody can be recognised: {0}", away.toString());
            return unrecognised(request, response, context);
        }
    }

    private static AuthenticationStatus answer(HttpMessageContext context, Optional<LiveIdentity> live) {
        if (live.isEmpty()) {
            return context.doNothing();
        }
        CurrentCaller.remember(context.getRequest(), live.get());
        Identity identity = live.get().identity();
        Set<String> roles = identity.counting().stream().map(Role::claim).collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(identity.subject(), roles);
    }

    private static AuthenticationStatus unrecognised(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Refusal.note(request, Problem.UNAVAILABLE);
        if (ApiPath.covers(request)) {
            return context.doNothing();
        }
        try {
            Refusal.send(request, response, Problem.UNAVAILABLE);
        } catch (IOException hungUp) {
            LOG.log(Level.DEBUG, "Nobody waits for the refusal", hungUp);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private Optional<LiveIdentity> bearer(HttpServletRequest request) throws IOException {
        Optional<String> token = Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(tokens::isValid);
        return token.isPresent() ? tokenStatus.identity(token.get()) : Optional.empty();
    }
}
