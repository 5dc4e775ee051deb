package org.sluis.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.SenderTooSlow;
import org.sluis.platform.bodies.SentForm;
import org.sluis.platform.security.Admission;
import org.sluis.platform.security.CurrentCaller;

/**
 * Lets nobody to a page whom {@link Admission} refuses. Whoever is not signed in is sent to sign in where a whole page is
 * asked for, and told so where a part of a page or a change is. It comes before the container's own look at declared
 * roles, which knows no pages.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class PageGate implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Context
    ResourceInfo resource;

    @Inject
    HttpServletRequest request;

    @Inject
    Admission admission;

    @Inject
    CurrentCaller caller;

    @Inject
    ProblemPages problems;

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        try {
            refusal(context).ifPresent(context::abortWith);
        } catch (SenderTooSlow tooSlow) {
            Response refusal = refused(new ProblemException(Problem.UPLOAD_TOO_SLOW));
            refusal.getHeaders().putSingle("Connection", "close");
            context.abortWith(refusal);
        }
    }

    private Optional<Response> refusal(ContainerRequestContext context) throws IOException {
        if (asksForMethods(context)) {
            return Optional.empty();
        }
        Optional<Problem> refused = admission.refusal(resource, context);
        if (refused.isPresent()) {
            return Optional.of(
                    refused.get() == Problem.UNAUTHENTICATED
                            ? notSignedIn(context)
                            : refused(new ProblemException(refused.get())));
        }
        if (!SentForm.isIn(context)) {
            return Optional.empty();
        }
        if (!SentForm.isBounded(context)) {
            return Optional.of(refused(new ProblemException(Problem.TOO_LARGE, Map.of("limit", SentForm.LARGEST))));
        }
        SentForm.read(context);
        return Optional.empty();
    }

    /** {@code OPTIONS} is answered by the runtime with the methods of an address, which are public; nothing is shown or done. */
    private static boolean asksForMethods(ContainerRequestContext context) {
        return context.getMethod().equals(HttpMethod.OPTIONS);
    }

    /** Whoever the portal has shut out would come back from signing in for ever, and is told instead. */
    private Response notSignedIn(ContainerRequestContext context) throws IOException {
        if (isPartOfPage() || caller.isShutOut()) {
            return refused(new ProblemException(Problem.UNAUTHENTICATED));
        }
        if (!READING.contains(context.getMethod())) {
            boolean isKept = SentForm.isIn(context) && SentForm.isBounded(context);
            return PageExceptionMapper.response(
                    isKept ? problems.signedOut(SentForm.read(context)) : problems.expired());
        }
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        return Response.seeOther(URI.create("/sign-in?to=" + URLEncoder.encode(wanted, UTF_8)))
                .build();
    }

    /** Whether a script of a page asks, which cannot follow to a sign-in. */
    private boolean isPartOfPage() {
        String accepted = request.getHeader("Accept");
        return request.getHeader("HX-Request") != null || (accepted != null && accepted.contains("json"));
    }

    private Response refused(ProblemException refusal) {
        return PageExceptionMapper.response(problems.worded(refusal, request.getRequestURI()));
    }
}
