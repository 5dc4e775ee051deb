package org.sluis.platform.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.sluis.kernel.Problem;
import org.sluis.platform.config.Settings;

/**
 * Changes that ride on a session come from the portal's own pages (ASVS 3.5.3): browsers say where a request was made,
 * in {@code Sec-Fetch-Site} or in {@code Origin}, and pages cannot forge either.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SameOriginForms extends HttpFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (HARMLESS.contains(request.getMethod()) || isNoForm(request) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            Refusal.send(request, response, Problem.FOREIGN_FORM);
        }
    }

    /**
     * What no session opens: the API takes bearer tokens, the realm signs what it says, and the operator's listener is
     * for programs, which unlike a page in the operator's browser say nothing of where they are.
     */
    private static boolean isNoForm(HttpServletRequest request) {
        return ApiPath.covers(request)
                || BackChannelLogoutServlet.PATH.equals(request.getServletPath())
                || (OperatorListener.isOperational(request.getServletPath()) && !isOfBrowser(request));
    }

    private static boolean isOfBrowser(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null;
    }

    private boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null
                ? site.equals("same-origin")
                : settings.publicUrl().toString().equals(request.getHeader("Origin"));
    }
}
