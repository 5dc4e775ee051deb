package org.sluis.inspection;

import java.util.Optional;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Sha256;

/**
 * What the virus scanner said.
 *
 * @param scanned digest of exactly the bytes that were sent to it
 * @param detail the signature for {@code FOUND}, the reason for {@code UNDECIDED}
 */
public record ScanVerdict(Outcome outcome, Sha256 scanned, String detail) {

    /** Only {@code CLEAN} opens the gate; {@code UNDECIDED} is every fault, silence and limit, and is asked again. */
    public enum Outcome {
        CLEAN,
        FOUND,
        UNDECIDED
    }

    /** Why a conviction refuses the file; none where there is no conviction. */
    public Optional<Problem> refusal() {
        if (outcome != Outcome.FOUND) {
            return Optional.empty();
        }
        if (detail.startsWith("Heuristics.Encrypted.")) {
            return Optional.of(Problem.ENCRYPTED_CONTENT);
        }
        if (detail.startsWith("Heuristics.OLE2.ContainsMacros")) {
            return Optional.of(Problem.ACTIVE_CONTENT);
        }
        if (detail.startsWith("Heuristics.Limits.Exceeded")) {
            return Optional.of(Problem.TOO_COMPLEX);
        }
        return Optional.of(Problem.MALWARE_FOUND);
    }
}
