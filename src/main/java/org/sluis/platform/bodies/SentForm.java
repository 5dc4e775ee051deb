package org.sluis.platform.bodies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * A form without files as a browser sent it, read whole within bounds of length, and of time by {@link SmallBodies}; it stays
 * there to be read again.
 */
public final class SentForm {

    public static final int LARGEST = 64 * 1024;

    private final List<Field> fields;

    private SentForm(List<Field> fields) {
        this.fields = fields;
    }

    /** A name and what was typed; several of one name in their order. */
    public record Field(String name, String value) {}

    public static boolean isIn(ContainerRequestContext context) {
        MediaType type = context.getMediaType();
        return type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }

    /** It is read whole before its token is compared, so its length must be said and small. */
    public static boolean isBounded(ContainerRequestContext context) {
        return context.getLength() >= 0 && context.getLength() <= LARGEST;
    }

    /** @throws org.sluis.platform.bodies.SenderTooSlow where it hardly moves */
    public static SentForm read(ContainerRequestContext context) throws IOException {
        byte[] body = context.getEntityStream().readAllBytes();
        context.setEntityStream(new ByteArrayInputStream(body));
        return of(body);
    }

    /**
     * The same of a request to a servlet.
     *
     * @throws ProblemException {@code too-large}, {@code upload-too-slow}, {@code malformed-request}
     */
    public static SentForm read(HttpServletRequest request) {
        if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > LARGEST) {
            throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", LARGEST));
        }
        try {
            return of(request.getInputStream().readAllBytes());
        } catch (SenderTooSlow tooSlow) {
            throw new ProblemException(Problem.UPLOAD_TOO_SLOW);
        } catch (IOException cutShort) {
            throw new ProblemException(Problem.MALFORMED);
        }
    }

    static SentForm of(byte[] body) {
        return new SentForm(parsed(StrictText.of(body)));
    }

    public Optional<String> value(String name) {
        return values(name).findFirst();
    }

    public Stream<String> values(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).map(Field::value);
    }

    /** All fields but one. */
    public List<Field> typedBeside(String secret) {
        return fields.stream().filter(field -> !field.name().equals(secret)).toList();
    }

    /** What cannot be decoded is nothing that a browser has sent. */
    private static List<Field> parsed(String body) {
        try {
            return Stream.of(body.split("&", -1))
                    .filter(pair -> pair.contains("="))
                    .map(SentForm::field)
                    .toList();
        } catch (IllegalArgumentException garbled) {
            return List.of();
        }
    }

    private static Field field(String pair) {
        int end = pair.indexOf('=');
        return new Field(StrictText.ofEscaped(pair.substring(0, end)), StrictText.ofEscaped(pair.substring(end + 1)));
    }
}
