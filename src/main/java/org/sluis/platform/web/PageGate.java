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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
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

    private static final int LARGEST_FORM = 64 * 1024;
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
    public void filter(ContainerRequestContext context) {
        Optional<Problem> refused = admission.refusal(resource, context);
        if (refused.isPresent()) {
            context.abortWith(
                    refused.get() == Problem.UNAUTHENTICATED
                            ? notSignedIn(context.getMethod())
                            : refused(new ProblemException(refused.get())));
            return;
        }
        if (isForm(context) && !isBounded(context)) {
            context.abortWith(refused(new ProblemException(Problem.TOO_LARGE, Map.of("limit", LARGEST_FORM))));
        }
    }

    /** Whoever the portal has shut out would come back from signing in for ever, and is told instead. */
    private Response notSignedIn(String method) {
        if (isPartOfPage() || caller.isShutOut()) {
            return refused(new ProblemException(Problem.UNAUTHENTICATED));
        }
        if (!READING.contains(method)) {
            return PageExceptionMapper.response(problems.expired());
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

    static boolean isForm(ContainerRequestContext context) {
        MediaType type = context.getMediaType();
        return type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }

    /** A form is read whole before its token is compared, so its length must be said and small. */
    private static boolean isBounded(ContainerRequestContext context) {
        return context.getLength() >= 0 && context.getLength() <= LARGEST_FORM;
    }
}
