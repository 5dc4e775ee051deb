package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sluis.kernel.Problem;

/**
 * The first byte of each message from the child to the portal. The portal's one message is the next file; everything
 * else it sends are bytes the child asked for. Each file comes with a token that a verdict has to repeat (64 bit), so that
 * none can be said before the file was there.
 */
public enum Signal {
    /** The child has started and takes a file. */
    READY('Y'),
    /** Asks for bytes of the file: position (64 bit), length (32 bit). */
    READ('R'),
    /** A member of the file begins: its size (64 bit). */
    MEMBER('M'),
    /** Bytes of the member: length (32 bit), bytes. */
    DATA('D'),
    /** The member is complete. */
    END('E'),
    /** The file may come in: its type as an index of {@link MediaTypes#KNOWN} (8 bit), the token. */
    PASSED('P'),
    /** The file may not come in: its type or 255, the index of the problem in {@link #REASONS} (8 bit each), the token. */
    REFUSED('X');

    /** The most bytes in one message, either way. */
    public static final int MAX_BYTES = 256 * 1024;

    /** The type in a refusal that came before a type was known. */
    public static final int NO_TYPE = 255;

    /** What a file can be refused for here. */
    public static final List<Problem> REASONS = List.of(
            Problem.TYPE_NOT_ALLOWED,
            Problem.TYPE_MISMATCH,
            Problem.ENCRYPTED_CONTENT,
            Problem.ACTIVE_CONTENT,
            Problem.TOO_COMPLEX,
            Problem.UNREADABLE_CONTENT);

    private final int code;

    Signal(int code) {
        this.code = code;
    }

    /** The byte that stands for it. */
    public int code() {
        return code;
    }

    public static Optional<Signal> of(int code) {
        return Stream.of(values()).filter(signal -> signal.code == code).findFirst();
    }
}
