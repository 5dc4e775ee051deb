package org.sluis.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.Refusals;
import org.sluis.platform.security.PageRefusal;
import org.sluis.platform.security.SecurityHeaders;

/** Words the refusals and accidents that the container finds before or after any endpoint. */
@WebServlet("/problem")
public class ErrorPages extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ProblemPages problems;

    @Inject
    private transient Settings settings;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemPages.Worded worded = problems.worded(refusal(request), path(request));
        SecurityHeaders.put(response, settings);
        response.setStatus(worded.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(worded.mediaType());
        response.getWriter().write(worded.body());
    }

    private static ProblemException refusal(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable accident) {
            return Refusals.of(accident);
        }
        return new ProblemException(PageRefusal.of(request).orElseGet(() -> byStatus(request)));
    }

    /** Whoever asks for this address itself finds nothing here. */
    private static Problem byStatus(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Refusals.problem(status)
                : Problem.NOT_FOUND;
    }

    private static String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked instanceof String uri ? uri : request.getRequestURI();
    }
}
