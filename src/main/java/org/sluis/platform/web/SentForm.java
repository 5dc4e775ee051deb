package org.sluis.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.sluis.platform.rest.PacedInput;

/** A form without files as a browser sent it, read whole within bounds of length and time; it stays there to be read again. */
final class SentForm {

    static final int LARGEST = 64 * 1024;

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int SLOWEST = 1_000;

    private final List<Field> fields;

    private SentForm(List<Field> fields) {
        this.fields = fields;
    }

    /** A name and what was typed; several of one name in their order. */
    public record Field(String name, String value) {}

    static boolean isIn(ContainerRequestContext context) {
        MediaType type = context.getMediaType();
        return type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }

    /** It is read whole before its token is compared, so its length must be said and small. */
    static boolean isBounded(ContainerRequestContext context) {
        return context.getLength() >= 0 && context.getLength() <= LARGEST;
    }

    /** @throws org.sluis.platform.rest.SenderTooSlow where it hardly moves */
    static SentForm read(ContainerRequestContext context) throws IOException {
        byte[] body = paced(context.getEntityStream(), System::nanoTime).readAllBytes();
        context.setEntityStream(new ByteArrayInputStream(body));
        return of(body);
    }

    /** @param clock nanoseconds */
    static InputStream paced(InputStream sent, LongSupplier clock) {
        return new PacedInput(sent, WINDOW, SLOWEST, clock);
    }

    static SentForm of(byte[] body) {
        return new SentForm(parsed(new String(body, UTF_8)));
    }

    Optional<String> value(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    /** All fields but the secret of the session. */
    List<Field> typed() {
        return fields.stream()
                .filter(field -> !field.name().equals(SessionToken.FIELD))
                .toList();
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
        return new Field(
                URLDecoder.decode(pair.substring(0, end), UTF_8), URLDecoder.decode(pair.substring(end + 1), UTF_8));
    }
}
