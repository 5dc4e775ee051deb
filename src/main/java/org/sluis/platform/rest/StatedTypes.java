package org.sluis.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * Refuses a request that does not say the type of its body where a body is needed. The container compares types that
 * are stated only, and hands over no body at all where none is.
 */
@Provider
public class StatedTypes implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext context) {
        boolean needsBody = resource.getResourceMethod().isAnnotationPresent(Consumes.class)
                || resource.getResourceClass().isAnnotationPresent(Consumes.class);
        if (needsBody && context.getMediaType() == null) {
            context.abortWith(problems.answer(new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE)));
        }
    }
}
