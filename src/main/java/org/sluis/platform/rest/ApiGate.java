package org.sluis.platform.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.sluis.kernel.Problem;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.security.DeclaredRoles;

/**
 * Denies by default (promise B2): an endpoint answers only the roles it declares, and one that declares none answers
 * nobody. A request with two credentials is refused, because it is unclear in whose name it speaks.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class ApiGate implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext context) {
        if (request.getHeader("Authorization") != null && hasSessionCookie()) {
            context.abortWith(problems.answer(Problem.TWO_CREDENTIALS, Map.of()));
            return;
        }
        DeclaredRoles declared = DeclaredRoles.of(resource);
        if (declared.isPublic()) {
            return;
        }
        if (!caller.isSignedIn()) {
            context.abortWith(problems.answer(Problem.UNAUTHENTICATED, Map.of()));
            return;
        }
        if (!declared.admit(caller.get())) {
            context.abortWith(problems.answer(Problem.ROLE_MISSING, Map.of()));
        }
    }

    private boolean hasSessionCookie() {
        return request.getRequestedSessionId() != null && request.isRequestedSessionIdFromCookie();
    }
}
