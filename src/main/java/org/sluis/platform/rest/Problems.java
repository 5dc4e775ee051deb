package org.sluis.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.web.Languages;

/** Answers with problems: every refusal of the API leaves through here. */
@ApplicationScoped
public class Problems {

    @Inject
    HttpServletRequest request;

    @Inject
    ProblemDocument documents;

    public Response answer(Problem problem, Map<String, Object> facts) {
        return answer(new ProblemException(problem, facts));
    }

    public Response answer(ProblemException refusal) {
        Problem problem = refusal.problem();
        Map<String, Object> facts = refusal.facts();
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(documents.of(refusal, language(), request.getRequestURI()));
        if (problem == Problem.UNAUTHENTICATED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem == Problem.RANGE_NOT_SATISFIABLE) {
            answer.header("Content-Range", "bytes */" + facts.get("size"));
        }
        if (facts.containsKey(ProblemException.RETRY_AFTER)) {
            answer.header(HttpHeaders.RETRY_AFTER, facts.get(ProblemException.RETRY_AFTER));
        }
        if (problem == Problem.UPLOAD_TOO_SLOW && request.getProtocol().startsWith("HTTP/1.")) {
            answer.header("Connection", "close");
        }
        return answer.build();
    }

    private Locale language() {
        return Languages.chosen(Optional.empty(), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
