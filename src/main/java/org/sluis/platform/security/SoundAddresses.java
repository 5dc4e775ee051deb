package org.sluis.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.StrictText;

/**
 * Refuses addresses that two components could read differently: a path with dot segments, which browsers resolve before they
 * send it, names nothing, and parameters are UTF-8.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SoundAddresses extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern DOT_SEGMENT = Pattern.compile("(?i)(?:^|/)(?:\\.|%2e){1,2}(?:[/;]|$)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Problem> refused = refusal(request.getRequestURI(), request.getQueryString());
        if (refused.isPresent()) {
            Refusal.send(request, response, refused.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    static Optional<Problem> refusal(String path, @Nullable String query) {
        if (DOT_SEGMENT.matcher(path).find()) {
            return Optional.of(Problem.NOT_FOUND);
        }
        try {
            StrictText.ofEscaped(query == null ? "" : query);
            return Optional.empty();
        } catch (ProblemException | IllegalArgumentException garbled) {
            return Optional.of(Problem.MALFORMED);
        }
    }
}
