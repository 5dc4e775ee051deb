package org.sluis.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sluis.kernel.Problem;

/** Refuses a request of a browser outside the page application; the error page words the problem. */
public final class PageRefusal {

    private static final String PROBLEM = PageRefusal.class.getName();

    private PageRefusal() {}

    static void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        request.setAttribute(PROBLEM, problem);
        response.sendError(problem.status());
    }

    /** Why the request was refused, for the error page. */
    public static Optional<Problem> of(HttpServletRequest request) {
        return Optional.ofNullable((Problem) request.getAttribute(PROBLEM));
    }
}
