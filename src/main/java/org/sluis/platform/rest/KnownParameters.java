package org.sluis.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluis.kernel.ProblemException;

/**
 * Refuses query parameters an endpoint does not know, and the same one twice. A filter that was misspelt, or that does
 * not exist, must not look as if it had found everything.
 */
@Provider
public class KnownParameters implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Inject
    Problems problems;

    @Override
    public void filter(ContainerRequestContext context) {
        if (!context.getMethod().equals(HttpMethod.OPTIONS)) {
            refusal(context.getUriInfo().getQueryParameters())
                    .ifPresent(refused -> context.abortWith(problems.answer(refused)));
        }
    }

    private Optional<ProblemException> refusal(Map<String, List<String>> sent) {
        Set<String> known = Arrays.stream(resource.getResourceMethod().getParameters())
                .flatMap(parameter -> Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).stream())
                .map(QueryParam::value)
                .collect(Collectors.toSet());
        for (Map.Entry<String, List<String>> parameter : sent.entrySet()) {
            if (!known.contains(parameter.getKey())) {
                return Optional.of(ProblemException.unknown(parameter.getKey()));
            }
            if (parameter.getValue().size() > 1) {
                return Optional.of(ProblemException.invalid(parameter.getKey(), "repeated"));
            }
        }
        return Optional.empty();
    }
}
