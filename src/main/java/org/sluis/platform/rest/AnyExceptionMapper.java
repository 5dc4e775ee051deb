package org.sluis.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Everything that is not a refusal of ours; what it means is said by {@link Refusals}. */
@Provider
public class AnyExceptionMapper implements ExceptionMapper<Throwable> {

    @Inject
    Problems problems;

    @Override
    public Response toResponse(Throwable accident) {
        Response answer = problems.answer(Refusals.of(accident));
        if (!(accident instanceof NotAllowedException notAllowed)) {
            return answer;
        }
        return Response.fromResponse(answer)
                .header(HttpHeaders.ALLOW, notAllowed.getResponse().getHeaderString(HttpHeaders.ALLOW))
                .build();
    }
}
