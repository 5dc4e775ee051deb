package org.sluis.inspection;

import java.time.Instant;
import java.util.Optional;

/**
 * What the last look at one scanner found.
 *
 * @param scanner its address
 * @param lookedAt when it last had to prove itself; the epoch where it never had
 * @param fault why it is given nothing; none where it is fit
 */
public record ScannerState(
        String scanner, Instant lookedAt, Optional<Fault> fault, Optional<SignatureVersion> signatures) {

    /** Why a scanner is left out. */
    public enum Fault {
        NOT_LOOKED_AT,
        UNREACHABLE,
        SILENT,
        NO_VERDICT,
        CONVICTS_NOTHING,
        CONVICTS_EVERYTHING,
        STREAM_LIMIT_TOO_LOW,
        FILE_LIMIT_TOO_LOW;

        /** Whether its configuration contradicts ours, so that waiting will not cure it. */
        public boolean isLimit() {
            return this == STREAM_LIMIT_TOO_LOW || this == FILE_LIMIT_TOO_LOW;
        }
    }

    public boolean isFit() {
        return fault.isEmpty();
    }

    ScannerState with(Fault found) {
        return new ScannerState(scanner, lookedAt, Optional.of(found), signatures);
    }
}
