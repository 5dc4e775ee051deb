package org.sluis.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.sluis.platform.rest.Refusals;

/** Every refusal and accident of the pages. */
@Provider
public class PageExceptionMapper implements ExceptionMapper<Throwable> {

    @Inject
    HttpServletRequest request;

    @Inject
    ProblemPages problems;

    @Override
    public Response toResponse(Throwable accident) {
        return response(problems.worded(Refusals.of(accident), request.getRequestURI()));
    }

    static Response response(ProblemPages.Worded worded) {
        return Response.status(worded.status())
                .type(worded.mediaType())
                .entity(worded.body())
                .build();
    }
}
