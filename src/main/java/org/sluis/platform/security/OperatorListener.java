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

/** Health and metrics answer on the operator's port and nowhere else; that port answers nothing else (ASVS 13.4). */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OperatorListener extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean operatorPort = request.getLocalPort() == settings.operatorPort();
        if (operatorPort == isOperational(request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean isOperational(String path) {
        return path.equals("/health")
                || path.startsWith("/health/")
                || path.equals("/metrics")
                || path.startsWith("/metrics/");
    }
}
