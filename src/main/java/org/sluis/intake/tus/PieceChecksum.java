package org.sluis.intake.tus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** What a piece must hash to ({@code Upload-Checksum} of tus 1.0.0). A piece that does not is not kept. */
final class PieceChecksum {

    private static final Map<String, String> ALGORITHMS = algorithms();

    private final MessageDigest digest;
    private final byte[] expected;

    private PieceChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** The names of tus for what Java has; SHA-1 must be among them. */
    private static Map<String, String> algorithms() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("sha1", "SHA-1");
        names.put("sha256", "SHA-256");
        names.put("sha512", "SHA-512");
        return names;
    }

    /** Those that are known, as tus lists them. */
    static String offered() {
        return String.join(",", ALGORITHMS.keySet());
    }

    /** @throws ProblemException {@code invalid-member} for an unknown algorithm or a garbled value */
    static Optional<PieceChecksum> of(@Nullable String header) {
        return Optional.ofNullable(header).map(PieceChecksum::parsed);
    }

    private static PieceChecksum parsed(String header) {
        String[] parts = header.strip().split(" ", -1);
        if (parts.length != 2 || !ALGORITHMS.containsKey(parts[0])) {
            throw ProblemException.invalid("Upload-Checksum", "unknown");
        }
        try {
            return new PieceChecksum(
                    MessageDigest.getInstance(ALGORITHMS.get(parts[0])),
                    Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException garbled) {
            throw ProblemException.invalid("Upload-Checksum", "garbled");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has it", impossible);
        }
    }

    void update(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /** @throws ProblemException {@code checksum-mismatch} */
    void requireMatch() {
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw new ProblemException(Problem.CHECKSUM_MISMATCH);
        }
    }
}
