package org.sluis.intake.tus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * A piece of an upload, as it comes.
 *
 * @param offset where in the upload it begins
 * @param length bytes it will have, where its sender says so
 */
record Piece(long offset, InputStream body, OptionalLong length, Optional<PieceChecksum> checksum) {

    /** The same, its bytes read another way. */
    Piece with(InputStream otherBody) {
        return new Piece(offset, otherBody, length, checksum);
    }

    /**
     * For a piece behind the last byte of an upload.
     *
     * @param limit bytes the upload has
     * @throws ProblemException {@code too-large} where anything comes, {@code length-mismatch} where the sender is lost
     */
    void requireNothing(long limit) {
        try {
            if (length.orElse(0) > 0 || body.read() >= 0) {
                throw new ProblemException(Problem.TOO_LARGE, Map.of("limit", limit));
            }
        } catch (IOException lost) {
            throw new ProblemException(Problem.LENGTH_MISMATCH);
        }
    }
}
