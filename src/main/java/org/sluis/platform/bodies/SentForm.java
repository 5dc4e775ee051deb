package org.sluis.platform.bodies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** A form without files as a browser sent it, read whole within bounds of length and time; it stays there to be read again. */
public final class SentForm {

    public static final int LARGEST = 64 * 1024;

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int SLOWEST = 1_000;

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
        byte[] body = paced(context.getEntityStream(), System::nanoTime).readAllBytes();
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
            return of(paced(request.getInputStream(), System::nanoTime).readAllBytes());
        } catch (SenderTooSlow tooSlow) {
            throw new ProblemException(Problem.UPLOAD_TOO_SLOW);
        } catch (IOException cutShort) {
            throw new ProblemException(Problem.MALFORMED);
        }
    }

    /** @param clock nanoseconds */
    static InputStream paced(InputStream sent, LongSupplier clock) {
        return new PacedInput(sent, WINDOW, SLOWEST, clock);
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
        return new Field(decoded(pair.substring(0, end)), decoded(pair.substring(end + 1)));
    }

    /** A byte is a character here until all are there. */
    private static String decoded(String escaped) {
        return StrictText.of(URLDecoder.decode(escaped, ISO_8859_1).getBytes(ISO_8859_1));
    }
}
