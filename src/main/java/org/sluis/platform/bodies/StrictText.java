package org.sluis.platform.bodies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** Text that was sent: UTF-8, or refused. Nothing of it is replaced by what its sender did not write. */
public final class StrictText {

    private StrictText() {}

    /** @throws ProblemException {@code malformed-request} */
    public static String of(byte[] sent) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(sent))
                    .toString();
        } catch (CharacterCodingException otherOrBroken) {
            throw new ProblemException(Problem.MALFORMED);
        }
    }

    /**
     * The same of text in which bytes are escaped by percent signs. A byte is a character until all are there.
     *
     * @throws ProblemException {@code malformed-request}
     * @throws IllegalArgumentException for a percent sign without its two digits
     */
    public static String ofEscaped(String sent) {
        return of(URLDecoder.decode(sent, ISO_8859_1).getBytes(ISO_8859_1));
    }
}
