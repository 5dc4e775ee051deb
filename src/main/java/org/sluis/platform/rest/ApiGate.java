package org.sluis.platform.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.sluis.kernel.Problem;
import org.sluis.platform.health.Meters;
import org.sluis.platform.security.Admission;

/**
 * Lets nobody to an endpoint of the API whom {@link Admission} refuses. Calls in nobody's name are only counted, so that
 * nobody without an account can fill the trail. A request with two credentials is refused, because it is unclear in
 * whose name it speaks.
 */
@Provider
@Priority(ApiGate.BEFORE_THE_SERVERS_OWN)
public class ApiGate implements ContainerRequestFilter {

    /** The server has a filter for declared roles too; it refuses without a word in the trail. */
    static final int BEFORE_THE_SERVERS_OWN = Priorities.AUTHORIZATION - 100;

    @Context
    ResourceInfo resource;

    @Inject
    HttpServletRequest request;

    @Inject
    Admission admission;

    @Inject
    Problems problems;

    @Inject
    Meters meters;

    @Override
    public void filter(ContainerRequestContext context) {
        if (credentials() > 1) {
            context.abortWith(problems.answer(Problem.TWO_CREDENTIALS, Map.of()));
            return;
        }
        if (asksForMethods(context)) {
            return;
        }
        Optional<Problem> refused = admission.refusal(resource, context);
        if (refused.isPresent()) {
            if (refused.get() == Problem.UNAUTHENTICATED) {
                meters.unauthenticated();
            }
            context.abortWith(problems.answer(refused.get(), Map.of()));
        }
    }

    /** {@code OPTIONS} is answered by the runtime with the methods of an address, which are public. */
    private static boolean asksForMethods(ContainerRequestContext context) {
        return context.getMethod().equals(HttpMethod.OPTIONS);
    }

    private int credentials() {
        int tokens =
                Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size();
        return tokens + (hasSessionCookie() ? 1 : 0);
    }

    private boolean hasSessionCookie() {
        return request.getRequestedSessionId() != null && request.isRequestedSessionIdFromCookie();
    }
}
