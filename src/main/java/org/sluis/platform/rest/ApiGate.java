package org.sluis.platform.rest;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Deed;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.platform.health.Meters;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.security.Refusal;

/**
 * Denies by default (promise B2): an endpoint answers only the roles it declares, and one that declares none answers
 * nobody. A person who is refused is in the trail; calls in nobody's name are only counted, so that nobody without an
 * account can fill it. A request with two credentials is refused, because it is unclear in whose name it speaks.
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
    CurrentCaller caller;

    @Inject
    Problems problems;

    @Inject
    Meters meters;

    @Inject
    Event<Deed> events;

    @Override
    public void filter(ContainerRequestContext context) {
        if (request.getHeader("Authorization") != null && hasSessionCookie()) {
            context.abortWith(problems.answer(Problem.TWO_CREDENTIALS, Map.of()));
            return;
        }
        if (asksForMethods(context) || resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        Optional<Problem> refused = Refusal.of(request);
        if (refused.isPresent()) {
            context.abortWith(problems.answer(refused.get(), Map.of()));
            return;
        }
        if (!caller.isSignedIn()) {
            meters.unauthenticated();
            context.abortWith(problems.answer(Problem.UNAUTHENTICATED, Map.of()));
            return;
        }
        if (!isAllowed(declared())) {
            events.fire(new Deed(
                    caller.get(),
                    "endpoint-called",
                    false,
                    ResourceRef.every("endpoint"),
                    Map.of(
                            "method",
                            context.getMethod(),
                            "path",
                            context.getUriInfo().getPath())));
            context.abortWith(problems.answer(Problem.ROLE_MISSING, Map.of()));
        }
    }

    /** {@code OPTIONS} is answered by the runtime with the methods of an address, which are public. */
    private static boolean asksForMethods(ContainerRequestContext context) {
        return context.getMethod().equals(HttpMethod.OPTIONS);
    }

    private boolean hasSessionCookie() {
        return request.getRequestedSessionId() != null && request.isRequestedSessionIdFromCookie();
    }

    private @Nullable RolesAllowed declared() {
        RolesAllowed onMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        return onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(RolesAllowed.class);
    }

    private boolean isAllowed(@Nullable RolesAllowed declared) {
        return declared != null
                && Arrays.stream(declared.value())
                        .flatMap(name -> Role.of(name).stream())
                        .anyMatch(caller.get()::is);
    }
}
