package org.sluis.inspection.clamd;

import java.time.Duration;
import org.sluis.platform.config.Heuristics;

/**
 * What is expected of a scanner, and what it is given at most.
 *
 * @param patience how long it may stand still
 * @param slowest bytes it decides on in a second at the very least; what takes longer has no verdict
 * @param limit bytes that are sent as one; scanners are proven to take that many, see {@link ScannerProbe}
 * @param heuristics what it means when it reports one
 */
public record ScanTerms(Duration patience, long slowest, long limit, Heuristics heuristics) {

    /** With the heuristics as they come. */
    ScanTerms(Duration patience, long slowest, long limit) {
        this(patience, slowest, limit, Heuristics.shipped());
    }

    /** When the verdict on {@code size} bytes is due, from now. */
    Deadline deadline(long size) {
        return Deadline.in(patience.plusMillis(Math.max(0, Math.min(size, limit)) * 1000 / slowest));
    }
}
