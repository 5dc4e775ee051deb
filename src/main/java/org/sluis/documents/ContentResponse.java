package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.StoreUnavailable;
import org.sluis.documents.ContentRequest.Span;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.PacedOutput;
import org.sluis.platform.config.Settings;

/**
 * Answers with the bytes of a document: one range or all (RFC 9110), named by their hash (RFC 9530), never cached,
 * never interpreted by a browser as anything but what they are.
 */
@ApplicationScoped
public class ContentResponse {

    private static final Logger LOG = System.getLogger(ContentResponse.class.getName());

    /** What every browser shows as it is; HEIC and TIFF are for other programs. */
    private static final Set<String> SHOWN_INLINE =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/webp", "image/bmp", "image/gif");

    @Inject
    EncryptedBlobs blobs;

    @Inject
    DamageAlarm alarm;

    @Inject
    Settings settings;

    /** @throws ProblemException {@code stale}, or {@code range-not-satisfiable} with the size */
    Response of(Content content, boolean inline, ContentRequest request) {
        String tag = DocumentView.entityTag(content.blob().sha256());
        if (request.isStale(tag)) {
            throw new ProblemException(Problem.STALE);
        }
        if (request.knows(tag)) {
            return described(Response.notModified(), content, inline).build();
        }
        long size = content.blob().size();
        if (!request.asksForRange(tag)) {
            return sent(Response.ok(), content, inline, new Span(0, size - 1), request);
        }
        Optional<Span> span = request.span(size);
        if (span.isEmpty()) {
            throw new ProblemException(Problem.RANGE_NOT_SATISFIABLE, Map.of("size", size));
        }
        Response.ResponseBuilder partial = Response.status(Response.Status.PARTIAL_CONTENT)
                .header(
                        "Content-Range",
                        "bytes %d-%d/%d"
                                .formatted(span.get().first(), span.get().last(), size));
        return sent(partial, content, inline, span.get(), request);
    }

    private Response sent(
            Response.ResponseBuilder answer, Content content, boolean inline, Span span, ContentRequest request) {
        described(answer, content, inline).header(HttpHeaders.CONTENT_LENGTH, span.length());
        if (request.withBody()) {
            answer.entity(body(content, span));
            if (StoredContent.canBreakOff(span)) {
                ConnectionClose.endTheConnection(answer);
            }
        }
        return answer.build();
    }

    private static Response.ResponseBuilder described(
            Response.ResponseBuilder answer, Content content, boolean inline) {
        boolean shown = inline && SHOWN_INLINE.contains(content.mediaType());
        return answer.type(content.mediaType())
                .header(HttpHeaders.ETAG, DocumentView.entityTag(content.blob().sha256()))
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(shown, content.fileName()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Repr-Digest", "sha-256=:" + content.blob().sha256().base64() + ":");
    }

    /** RFC 6266 with RFC 8187: the name is percent-encoded whole, so no character of it can end the header. */
    private static String disposition(boolean inline, String fileName) {
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded;
    }

    private static ProblemException unavailable(Content content, StoreUnavailable away) {
        LOG.log(Level.WARNING, "Stored content " + content.blob().id() + " cannot be read now", away);
        return new ProblemException(Problem.UNAVAILABLE);
    }

    private StreamingOutput body(Content content, Span span) {
        StoredContent stored;
        try {
            stored = StoredContent.open(blobs, content, span, alarm);
        } catch (StoreUnavailable away) {
            throw unavailable(content, away);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return out -> {
            try (stored) {
                stored.writeTo(new PacedOutput(out, settings.downloads(), System::nanoTime));
            }
        };
    }
}
