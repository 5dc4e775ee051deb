package org.sluis.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.mvc.security.CsrfValidationException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A change without the secret of its session's pages: nothing was done, and the person is told so (ASVS 3.5.1). */
@Provider
@Priority(Priorities.USER)
public class ExpiredPage implements ExceptionMapper<CsrfValidationException> {

    @Inject
    ProblemPages problems;

    @Override
    public Response toResponse(CsrfValidationException notOurs) {
        return PageExceptionMapper.response(problems.expired());
    }
}
