package org.sluis.platform.bodies;

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
}
