package org.sluis.inspection;

import java.util.Optional;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Sha256;

/**
 * What the virus scanner said.
 *
 * @param scanned digest of exactly the bytes that were sent to it
 * @param detail the signature for {@code FOUND}, the reason for {@code UNDECIDED}
 * @param scanner what the scanner says of itself, as far as is known
 */
public record ScanVerdict(Outcome outcome, Sha256 scanned, String detail, Optional<String> scanner) {

    /**
     * Only {@code CLEAN} opens the gate. {@code UNDECIDED} is every fault and silence, and is asked again;
     * {@code OVERSIZE} is content of more bytes than scanners are proven to take, and asking again will not change that.
     */
    public enum Outcome {
        CLEAN,
        FOUND,
        OVERSIZE,
        UNDECIDED
    }

    ScanVerdict(Outcome outcome, Sha256 scanned, String detail) {
        this(outcome, scanned, detail, Optional.empty());
    }

    /** The same from a scanner that gives its name; nothing where it gives none. */
    ScanVerdict by(String name) {
        return new ScanVerdict(outcome, scanned, detail, Optional.of(name).filter(given -> !given.isEmpty()));
    }

    static ScanVerdict undecided(Sha256 scanned, String why) {
        return new ScanVerdict(Outcome.UNDECIDED, scanned, why);
    }

    /** Why a conviction refuses the file; none where there is no conviction. */
    public Optional<Rule> objection() {
        return switch (outcome) {
            case CLEAN, UNDECIDED -> Optional.empty();
            case OVERSIZE -> Optional.of(Rule.SCANNER_LIMIT);
            case FOUND -> Optional.of(conviction());
        };
    }

    /** Whether it is a conviction as malware, and not for what the scanner only supposes or would not look at. */
    boolean isMalware() {
        return objection().filter(Rule.MALWARE::equals).isPresent();
    }

    private Rule conviction() {
        if (detail.startsWith("Heuristics.Encrypted.")) {
            return Rule.PASSWORD;
        }
        if (detail.startsWith("Heuristics.OLE2.ContainsMacros")) {
            return Rule.MACRO;
        }
        return isLimit() ? Rule.SCANNER_LIMIT : Rule.MALWARE;
    }

    /** Whether the scanner convicts only because it would not look at all of it. */
    boolean isLimit() {
        return detail.startsWith("Heuristics.Limits.Exceeded");
    }
}
