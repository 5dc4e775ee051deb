package org.sluis.platform.rest;

import jakarta.ws.rs.WebApplicationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * What an exception means to whoever asked: a refusal of ours, also one wrapped by a transaction; an answer of the
 * runtime, by its status; or an accident, logged under the incident number the caller is given, and nothing else.
 */
public final class Refusals {

    private static final Logger LOG = System.getLogger(Refusals.class.getName());

    private Refusals() {}

    public static ProblemException of(Throwable accident) {
        for (Throwable cause = accident; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal;
            }
        }
        if (accident instanceof ParamException.QueryParamException senseless) {
            return ProblemException.invalid(senseless.getParameterName(), "type");
        }
        if (accident instanceof WebApplicationException answer) {
            return new ProblemException(problem(answer.getResponse().getStatus()));
        }
        return incident(accident);
    }

    /** What nobody foresaw. */
    public static ProblemException incident(@Nullable Throwable accident) {
        UUID incident = Ids.next();
        LOG.log(Level.ERROR, "Incident " + incident, accident);
        return new ProblemException(Problem.INTERNAL, Map.of("incident", incident.toString()));
    }

    /** The problem a bare HTTP status of the runtime or the container stands for. */
    public static Problem problem(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.ROLE_MISSING;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 413 -> Problem.TOO_LARGE;
            case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE;
            default -> status < 500 ? Problem.MALFORMED : Problem.UNAVAILABLE;
        };
    }
}
