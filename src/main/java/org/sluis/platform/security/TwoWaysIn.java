package org.sluis.platform.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluis.kernel.Role;

/**
 * The one mechanism of authentication: the API takes bearer tokens and nothing else, all other addresses take the
 * session of OpenID Connect. Refusals of the API are left to its filter, which words them as problems.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class TwoWaysIn implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Bearer ";

    @Inject
    BeanManager beans;

    @Inject
    BearerTokens tokens;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (!ApiPath.covers(request)) {
            return openIdConnect().validateRequest(request, response, context);
        }
        Optional<Identity> identity = bearer(request).flatMap(tokens::validate);
        if (identity.isEmpty()) {
            return context.doNothing();
        }
        CurrentCaller.remember(request, identity.get());
        Set<String> roles = identity.get().roles().stream().map(Role::claim).collect(Collectors.toSet());
        return context.notifyContainerAboutLogin(identity.get().subject(), roles);
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!ApiPath.covers(request)) {
            openIdConnect().cleanSubject(request, response, context);
        }
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /** The container registers its mechanism under the interface alone, so it is found as the bean beside this one. */
    private HttpAuthenticationMechanism openIdConnect() {
        Bean<?> standard = beans.getBeans(HttpAuthenticationMechanism.class).stream()
                .filter(bean -> !TwoWaysIn.class.equals(bean.getBeanClass()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the container defines no OpenID Connect mechanism"));
        return (HttpAuthenticationMechanism) beans.getReference(
                standard, HttpAuthenticationMechanism.class, beans.createCreationalContext(standard));
    }
}
