package org.sluis.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What may be kept by browsers (RFC 9111): libraries with a version in their address for ever, our own assets after
 * asking, and nothing else at all, so that the back button shows nothing after signing out (ASVS 14.3.2).
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Caching extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", rule(request.getServletPath()));
        chain.doFilter(request, response);
    }

    private static String rule(String path) {
        if (path.startsWith("/webjars/")) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith("/assets/") ? "no-cache" : "no-store";
    }
}
