package org.sluis.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import org.glassfish.jersey.server.ParamException;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * Everything that is not a refusal of ours: the runtime's own answers are reworded, a refusal wrapped by a transaction
 * is unwrapped, and an accident is logged under the incident number the caller is given, and nothing else.
 */
@Provider
public class AnyExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(AnyExceptionMapper.class.getName());

    @Inject
    Problems problems;

    @Override
    public Response toResponse(Throwable accident) {
        for (Throwable cause = accident; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return problems.answer(refusal);
            }
        }
        if (accident instanceof ParamException.QueryParamException senseless) {
            return problems.answer(ProblemException.invalid(senseless.getParameterName(), "type"));
        }
        if (accident instanceof WebApplicationException answer) {
            return reworded(answer.getResponse());
        }
        UUID incident = Ids.next();
        LOG.log(Level.ERROR, "Incident " + incident, accident);
        return problems.answer(Problem.INTERNAL, Map.of("incident", incident.toString()));
    }

    private Response reworded(Response original) {
        Problem problem = switch (original.getStatus()) {
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.ROLE_MISSING;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 413 -> Problem.TOO_LARGE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            default -> original.getStatus() < 500 ? Problem.MALFORMED : Problem.UNAVAILABLE;
        };
        Response worded = problems.answer(problem, Map.of());
        String allowed = original.getHeaderString(HttpHeaders.ALLOW);
        return problem == Problem.METHOD_NOT_ALLOWED && allowed != null
                ? Response.fromResponse(worded)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build()
                : worded;
    }
}
