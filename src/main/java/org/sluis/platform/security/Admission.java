package org.sluis.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ResourceRef;

/**
 * Denies by default (promise B2): an endpoint answers only the roles it declares, and one that declares none answers
 * nobody. The gates of API and pages ask here and word the refusal each in its own way.
 */
@ApplicationScoped
public class Admission {

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentCaller caller;

    @Inject
    Event<AuditEvent> events;

    /** Why the call is not to reach the endpoint, where it is not. That a role is missing is in the trail (ASVS 16.3.2). */
    public Optional<Problem> refusal(ResourceInfo endpoint, ContainerRequestContext call) {
        DeclaredRoles declared = DeclaredRoles.of(endpoint);
        if (declared.isPublic()) {
            return Optional.empty();
        }
        Optional<Problem> noted = Refusal.of(request);
        if (noted.isPresent()) {
            return noted;
        }
        if (!caller.isSignedIn()) {
            return Optional.of(Problem.UNAUTHENTICATED);
        }
        if (declared.admit(caller.get())) {
            return Optional.empty();
        }
        events.fire(AuditEvent.refused(
                caller.get(),
                EndpointAction.ENDPOINT_CALLED,
                ResourceRef.every("endpoint"),
                new EndpointAction.Called(call.getMethod(), call.getUriInfo().getPath())));
        return Optional.of(Problem.ROLE_MISSING);
    }
}
