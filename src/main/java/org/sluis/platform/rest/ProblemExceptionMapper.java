package org.sluis.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.sluis.kernel.ProblemException;

/** Refusals of the use cases. */
@Provider
public class ProblemExceptionMapper implements ExceptionMapper<ProblemException> {

    @Inject
    Problems problems;

    @Override
    public Response toResponse(ProblemException refusal) {
        return problems.answer(refusal);
    }
}
