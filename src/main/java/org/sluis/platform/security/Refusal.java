package org.sluis.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sluis.kernel.Problem;

/** A refusal found before the API or the pages are reached: noted on the request for whoever words it there. */
public final class Refusal {

    private static final String PROBLEM = Refusal.class.getName();

    private Refusal() {}

    static void note(HttpServletRequest request, Problem problem) {
        request.setAttribute(PROBLEM, problem);
    }

    /** Ends the request here; the error page words the problem. */
    static void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        note(request, problem);
        response.sendError(problem.status());
    }

    /** Why the request is to be refused, where it is. */
    public static Optional<Problem> of(HttpServletRequest request) {
        return Optional.ofNullable((Problem) request.getAttribute(PROBLEM));
    }
}
