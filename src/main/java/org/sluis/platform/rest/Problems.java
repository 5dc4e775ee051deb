package org.sluis.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** Answers with problems: every refusal of the API leaves through here. */
@ApplicationScoped
public class Problems {

    /** The fact that says after how many seconds another try makes sense (RFC 9110, 10.2.3). */
    private static final String RETRY_AFTER = "retryAfter";

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));

    @Inject
    HttpServletRequest request;

    @Inject
    ProblemDocument documents;

    public Response answer(ProblemException refusal) {
        return answer(refusal.problem(), refusal.facts());
    }

    public Response answer(Problem problem, Map<String, Object> facts) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemDocument.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(documents.of(problem, facts, language(), request.getRequestURI()));
        if (problem == Problem.UNAUTHENTICATED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem == Problem.RANGE_NOT_SATISFIABLE) {
            answer.header("Content-Range", "bytes */" + facts.get("size"));
        }
        if (facts.containsKey(RETRY_AFTER)) {
            answer.header(HttpHeaders.RETRY_AFTER, facts.get(RETRY_AFTER));
        }
        return answer.build();
    }

    private Locale language() {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), LANGUAGES);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
