package org.sluis.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.BodyTurns;
import org.sluis.platform.bodies.Turns.Turn;

/**
 * A look at the first field of a form with files (RFC 7578), before anything else of it is read. Browsers send the fields
 * of a form in the order in which it has them.
 */
final class FirstPart {

    /** More than the secret of a session takes with all that stands before it. */
    private static final int LONGEST = 1024;

    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private static final Pattern FIELD = Pattern.compile(
            "(?:\\r\\n)?--[^\\r\\n]{1,70}\\r\\n(?i:Content-Disposition): *form-data; *name=\"(\\w+)\"\\r\\n"
                    + "(?:[\\w-]+:[^\\r\\n]*\\r\\n)*\\r\\n([^\\r\\n]*)\\r\\n--.*",
            Pattern.DOTALL);

    private final PushbackInputStream body;
    private final String head;

    private FirstPart(PushbackInputStream body, String head) {
        this.body = body;
        this.head = head;
    }

    /**
     * Reads no further than the first field goes, and not for longer than an honest browser needs to send it. That takes a
     * turn, as the bodies do that are read whole.
     *
     * @throws ProblemException {@code unavailable} where too many are read already
     */
    static FirstPart of(InputStream sent, BodyTurns turns) throws IOException {
        Turn turn = turns.take();
        try {
            return of(sent);
        } finally {
            turn.close();
        }
    }

    private static FirstPart of(InputStream sent) throws IOException {
        byte[] head = new byte[LONGEST];
        int length = 0;
        long begun = System.nanoTime();
        int came = 0;
        while (came >= 0 && length < LONGEST && !isWhole(head, length) && System.nanoTime() - begun < PATIENCE) {
            came = sent.read(head, length, LONGEST - length);
            length += Math.max(came, 0);
        }
        PushbackInputStream body = new PushbackInputStream(sent, LONGEST);
        body.unread(head, 0, length);
        return new FirstPart(body, text(head, length));
    }

    private static boolean isWhole(byte[] head, int length) {
        return FIELD.matcher(text(head, length)).matches();
    }

    private static String text(byte[] head, int length) {
        return new String(head, 0, length, ISO_8859_1);
    }

    /** The whole body, the first part included. */
    InputStream body() {
        return body;
    }

    /** What the first field holds, if it has that name. */
    Optional<String> value(String field) {
        Matcher part = FIELD.matcher(head);
        return part.matches() && part.group(1).equals(field) ? Optional.of(part.group(2)) : Optional.empty();
    }
}
