package org.sluis.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is the same for everybody, compressed where the browser takes that. Pages are never compressed: they carry the
 * secret of their session beside words that came with the request, and their length would tell of it (CVE-2013-3587).
 */
@WebServlet({"/assets/*", "/webjars/*"})
public class StaticFilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String AFTER_ASKING = "no-cache";
    private static final Pattern GZIP = Pattern.compile("\\s*(?:gzip|\\*)\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*$).*)?");

    @Inject
    private transient StaticFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StaticFiles.Found> found =
                files.find(request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), ""));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        StaticFile file = found.get().file();
        response.setHeader("Cache-Control", found.get().forEver() ? FOR_EVER : AFTER_ASKING);
        response.setHeader("ETag", file.tag());
        if (file.isShorterCompressed()) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (names(request.getHeader("If-None-Match"), file.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(file, file.isShorterCompressed() && takesGzip(request), response);
    }

    private static void send(StaticFile file, boolean inGzip, HttpServletResponse response) throws IOException {
        byte[] bytes = file.bytes(inGzip);
        response.setContentType(file.mediaType());
        response.setContentLength(bytes.length);
        if (inGzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.getOutputStream().write(bytes);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "");
        return Arrays.stream(accepted.split(",", -1)).anyMatch(GZIP.asMatchPredicate());
    }

    /** Proxies make tags strong or weak; it is the same content all the same. */
    private static boolean names(@Nullable String tags, String tag) {
        return tags != null && tags.contains(tag.substring(2));
    }
}
