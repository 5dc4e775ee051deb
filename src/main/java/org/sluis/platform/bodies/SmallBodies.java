package org.sluis.platform.bodies;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets bodies that are no uploads be read by turns ({@link BodyTurns}), whoever sends them and wherever they go, before
 * anybody has signed in too. Uploads have an allowance of their own.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SmallBodies extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient BodyTurns turns;

    /** The request whose body is admitted. */
    private static final class Admitted extends HttpServletRequestWrapper {

        private final AdmittedBody body;

        Admitted(HttpServletRequest request, AdmittedBody body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isUpload(request)) {
            chain.doFilter(request, response);
            return;
        }
        AdmittedBody body = new AdmittedBody(request.getInputStream(), turns);
        try {
            chain.doFilter(new Admitted(request, body), response);
        } finally {
            body.end();
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("multipart/") || type.startsWith("application/offset+octet-stream");
    }
}
