package org.sluis.platform.rest;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;

/**
 * Words the errors the container finds by itself, before or behind the API, so that none shows the server's own page.
 * Outside the API the bare status must do.
 */
@WebServlet("/container-problem")
public class ContainerProblems extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ContainerProblems.class.getName());

    @Inject
    private transient ProblemDocument documents;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(Object::toString)
                .orElse("");
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!path.startsWith("/api/") && !path.equals("/api")) {
            response.setContentLength(0);
            response.flushBuffer();
            return;
        }
        Problem problem = problem(response.getStatus());
        Map<String, Object> facts = problem == Problem.INTERNAL ? Map.of("incident", logged(request)) : Map.of();
        byte[] body = StrictJson.write(documents.of(problem, facts, Locale.ENGLISH, path));
        response.setStatus(problem.status());
        response.setContentType(ProblemDocument.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String logged(HttpServletRequest request) {
        String incident = Ids.next().toString();
        Throwable accident = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.log(Level.ERROR, "Incident " + incident, accident);
        return incident;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 401 -> Problem.UNAUTHENTICATED;
            case 403 -> Problem.ROLE_MISSING;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 503 -> Problem.UNAVAILABLE;
            default -> status < 500 ? Problem.MALFORMED : Problem.INTERNAL;
        };
    }
}
