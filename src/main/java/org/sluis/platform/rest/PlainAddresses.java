package org.sluis.platform.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.regex.Pattern;
import org.sluis.kernel.Problem;

/**
 * Each thing of the API has one address in one spelling. Matrix parameters, percent-encoding, dot segments, empty
 * segments and a trailing slash name nothing, so that no two components can read an address differently.
 */
@Provider
@PreMatching
public class PlainAddresses implements ContainerRequestFilter {

    private static final Pattern PLAIN = Pattern.compile("(/[A-Za-z0-9_-]+)+");

    @Inject
    HttpServletRequest request;

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!PLAIN.matcher(request.getRequestURI()).matches()) {
            context.abortWith(problems.answer(Problem.NOT_FOUND, Map.of()));
        }
    }
}
