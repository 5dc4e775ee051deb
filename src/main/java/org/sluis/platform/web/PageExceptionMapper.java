package org.sluis.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.sluis.kernel.ProblemException;
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
        ProblemException refusal = Refusals.of(accident);
        return answer(problems.worded(refusal, request.getRequestURI()))
                .header(HttpHeaders.RETRY_AFTER, refusal.facts().get(ProblemException.RETRY_AFTER))
                .build();
    }

    static Response response(ProblemPages.Worded worded) {
        return answer(worded).build();
    }

    private static Response.ResponseBuilder answer(ProblemPages.Worded worded) {
        return Response.status(worded.status())
                .type(worded.mediaType())
                .entity(worded.body().getBytes(UTF_8));
    }
}
