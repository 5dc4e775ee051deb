package org.sluis.inspection.clamd;

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

        /** The setting of clamd that contradicts ours, so that waiting will not cure it. */
        Optional<String> contradiction() {
            return switch (this) {
                case STREAM_LIMIT_TOO_LOW -> Optional.of("StreamMaxLength");
                case FILE_LIMIT_TOO_LOW -> Optional.of("MaxFileSize");
                default -> Optional.empty();
            };
        }
    }

    public boolean isFit() {
        return fault.isEmpty();
    }

    ScannerState with(Fault found) {
        return new ScannerState(scanner, lookedAt, Optional.of(found), signatures);
    }
}
