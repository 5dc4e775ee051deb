package org.sluis.intake.tus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.sluis.inspection.Categories;
import org.sluis.intake.tus.UploadState.Version;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.PacedInput;
import org.sluis.platform.config.Settings;

/**
 * The protocol tus 1.0.0 with its extensions creation, creation-with-upload, expiration, checksum and termination, as the
 * API and the pages both speak it: reads the headers of the request at hand and writes those of the answer.
 */
@ApplicationScoped
public class Tus {

    static final String VERSION = "1.0.0";
    static final String PIECE = "application/offset+octet-stream";

    private static final String EXTENSIONS = "creation,creation-with-upload,expiration,checksum,termination";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    @Inject
    HttpServletRequest request;

    @Inject
    PiecewiseIntake intake;

    @Inject
    Categories categories;

    @Inject
    Settings settings;

    /** What is spoken here. */
    Response offer() {
        return Response.noContent()
                .header(HttpHeaders.ALLOW, String.join(", ", HttpMethod.OPTIONS, HttpMethod.POST))
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Max-Size", categories.largestLimit())
                .header("Tus-Checksum-Algorithm", PieceChecksum.offered())
                .build();
    }

    /**
     * Begins an upload, with its first piece where one comes along. Where that piece is no good nothing is left of the
     * upload: its sender would not know its address.
     *
     * @param address under which uploads are found
     */
    Response begin(Caller sender, String address) {
        requireOffered();
        UploadMetadata metadata = UploadMetadata.of(request.getHeader("Upload-Metadata"));
        boolean hasPiece = hasPiece();
        UploadState upload = intake.begin(sender, metadata, number("Upload-Length"));
        if (hasPiece) {
            upload = withFirstPiece(sender, upload.id());
        }
        return described(Response.status(Status.CREATED), upload)
                .location(URI.create(address + "/" + upload.id()))
                .build();
    }

    private boolean hasPiece() {
        if (request.getContentLengthLong() == 0 || request.getContentType() == null) {
            return false;
        }
        if (!PIECE.equals(request.getContentType())) {
            throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        return true;
    }

    private UploadState withFirstPiece(Caller sender, UUID id) {
        try {
            return intake.receive(sender, id, piece(0));
        } catch (RuntimeException noGood) {
            intake.end(sender, id);
            throw noGood;
        }
    }

    /** How far an upload has come, and what it became. */
    Response state(Caller sender, String id, Function<Version, URI> place) {
        requireOffered();
        UploadState upload = intake.state(sender, parsed(id));
        ResponseBuilder answer = described(Response.ok(), upload).header("Upload-Length", upload.length());
        if (!upload.metadata().sent().isEmpty()) {
            answer.header("Upload-Metadata", upload.metadata().sent());
        }
        return located(answer, upload, place).build();
    }

    /** Takes in a piece. What is left of one that is refused the server drops as it comes, and no thread waits for it. */
    Response append(Caller sender, String id, Function<Version, URI> place) {
        requireOffered();
        UploadState upload = intake.receive(sender, parsed(id), piece(number("Upload-Offset")));
        return located(described(Response.noContent(), upload), upload, place).build();
    }

    /** Gives an upload up. */
    Response end(Caller sender, String id) {
        requireOffered();
        intake.end(sender, parsed(id));
        return Response.noContent().build();
    }

    private Piece piece(long offset) {
        long length = request.getContentLengthLong();
        try {
            return new Piece(
                    offset,
                    new PacedInput(request.getInputStream(), settings.uploads(), System::nanoTime),
                    length < 0 ? OptionalLong.empty() : OptionalLong.of(length),
                    PieceChecksum.of(request.getHeader("Upload-Checksum")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static ResponseBuilder described(ResponseBuilder answer, UploadState upload) {
        return answer.header("Upload-Offset", upload.came())
                .header("Upload-Expires", DATE.format(upload.expiresAt().atOffset(ZoneOffset.UTC)));
    }

    private static ResponseBuilder located(ResponseBuilder answer, UploadState upload, Function<Version, URI> place) {
        upload.version().map(place).ifPresent(answer::location);
        return answer;
    }

    /**
     * @throws ProblemException {@code tus-version} where the sender speaks another version, or does not say which; {@code
     *     invalid-member} where it speaks of what is not offered
     */
    private void requireOffered() {
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            throw new ProblemException(Problem.TUS_VERSION);
        }
        OfferedHeaders.require(Collections.list(request.getHeaderNames()));
    }

    private long number(String header) {
        String value = Optional.ofNullable(request.getHeader(header))
                .orElseThrow(() -> ProblemException.invalid(header, "missing"));
        try {
            if (value.matches("\\d{1,19}")) {
                return Long.parseLong(value);
            }
        } catch (NumberFormatException tooLong) {
            throw ProblemException.invalid(header, "type");
        }
        throw ProblemException.invalid(header, "type");
    }

    private static UUID parsed(String id) {
        return Ids.parse(id).orElseThrow(ProblemException::notFound);
    }
}
