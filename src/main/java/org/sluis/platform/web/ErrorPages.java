package org.sluis.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.Refusals;
import org.sluis.platform.security.Refusal;

/** Words the refusals and accidents that the container finds before or after any endpoint. */
@WebServlet("/problem")
public class ErrorPages extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(ErrorPages.class.getName());

    @Inject
    private transient ProblemPages problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemPages.Worded worded = problems.worded(refusal(request), path(request));
        response.setStatus(worded.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(worded.mediaType());
        try {
            response.getOutputStream().write(worded.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "Nobody is there any more to be told of a problem", gone);
        }
    }

    private static ProblemException refusal(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable accident) {
            return Refusals.of(accident);
        }
        return Refusal.of(request).map(ProblemException::new).orElseGet(() -> byStatus(request));
    }

    /** Whoever asks for this address itself finds nothing here. */
    private static ProblemException byStatus(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            return ProblemException.notFound();
        }
        return status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? Refusals.incident(null)
                : new ProblemException(Refusals.problem(status));
    }

    private static String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return asked instanceof String uri ? uri : request.getRequestURI();
    }
}
