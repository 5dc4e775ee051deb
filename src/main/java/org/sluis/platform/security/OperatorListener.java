package org.sluis.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sluis.platform.config.Settings;

/**
 * Health, metrics and verification answer on the operator's port and nowhere else; that port answers nothing else
 * (ASVS 13.4). What the server would answer by itself is answered nowhere.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OperatorListener extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean operatorPort = request.getLocalPort() == settings.operatorPort();
        if (!isServersOwn(request.getServletPath()) && operatorPort == isOperational(request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** The server describes what is deployed on it; the portal publishes its own description below {@code /api}. */
    private static boolean isServersOwn(String path) {
        return path.equals("/openapi") || path.startsWith("/openapi/");
    }

    static boolean isOperational(String path) {
        return path.equals("/health")
                || path.startsWith("/health/")
                || path.equals("/metrics")
                || path.startsWith("/metrics/")
                || path.startsWith("/verify/");
    }
}
