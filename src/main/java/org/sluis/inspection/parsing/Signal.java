package org.sluis.inspection.parsing;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first byte of each message from the child to the portal. The portal's one message is the next file; everything
 * else it sends are bytes the child asked for. Each file comes with a {@linkplain Task task} and a token that a verdict has to repeat (64 bit), so that
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
    /**
     * A complete member, by its number (32 bit) from 1, or the file itself, 0: a locked document of which all was sent to the
     * scanner deciphered, something that holds one, or a piece of that which was sent so.
     */
    DECIPHERED('C'),
    /**
     * The file may come in: its type as an index of {@link MediaTypes#KNOWN}, the number of notices (8 bit each), the
     * {@linkplain ContentNotice notices}, the token.
     */
    PASSED('P'),
    /**
     * A copy without what is refused: the number of removals (8 bit), the {@linkplain Removal removals}, whether signatures
     * are lost, its size (64 bit), its bytes as of a member, the token. What comes is as hostile as the file itself.
     */
    CLEANED('K'),
    /**
     * What is shown of the file: how many pages it has (32 bit), whether there is more than is shown (8 bit), its size (64
     * bit), its bytes as of a member, the token.
     */
    SHOWN('V'),
    /** The file may not come in, no copy of it can be made, or it cannot be shown: its type or 255 (8 bit), the {@linkplain Objection objection}, the token. */
    REFUSED('X');

    /** The most bytes in one message, either way. */
    public static final int MAX_BYTES = 256 * 1024;

    /** The type in a refusal that came before a type was known. */
    public static final int NO_TYPE = 255;

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
