package org.sluis.inspection;

import java.util.Optional;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Sha256;
import org.sluis.platform.config.Heuristics;
import org.sluis.platform.config.Heuristics.Meaning;

/**
 * What the virus scanner said.
 *
 * @param scanned digest of exactly the bytes that were sent to it
 * @param detail the signature for {@code FOUND}, the reason for {@code UNDECIDED}
 * @param scanner what the scanner says of itself, as far as is known
 * @param meaning of a conviction
 */
public record ScanVerdict(Outcome outcome, Sha256 scanned, String detail, Optional<String> scanner, Meaning meaning) {

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

    /** One of an unnamed scanner whose heuristics mean what they mean by default. */
    public ScanVerdict(Outcome outcome, Sha256 scanned, String detail) {
        this(outcome, scanned, detail, Optional.empty(), Heuristics.shipped().of(detail));
    }

    /** The same from a scanner that gives its name; nothing where it gives none. */
    public ScanVerdict by(String name) {
        return new ScanVerdict(outcome, scanned, detail, Optional.of(name).filter(given -> !given.isEmpty()), meaning);
    }

    public static ScanVerdict undecided(Sha256 scanned, String why) {
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
        return switch (meaning) {
            case ENCRYPTED, IGNORED_WHEN_DECIPHERED -> Rule.PASSWORD;
            case MACROS -> Rule.MACRO;
            case LIMIT -> Rule.SCANNER_LIMIT;
            case MALWARE, IGNORED -> Rule.MALWARE;
        };
    }

    /** Whether it may come to open the gate, so that it has to have come in order. */
    public boolean mayAcquit() {
        return outcome == Outcome.CLEAN || (outcome == Outcome.FOUND && meaning == Meaning.IGNORED_WHEN_DECIPHERED);
    }

    /** What it comes to where whatever is locked in the file was deciphered and scanned as well. */
    ScanVerdict whereDeciphered(boolean deciphered) {
        return deciphered && mayAcquit() ? new ScanVerdict(Outcome.CLEAN, scanned, detail, scanner, meaning) : this;
    }

    /** How much it says about a file that has others as well: the greatest decides. */
    int weight() {
        if (mayAcquit()) {
            return outcome == Outcome.CLEAN ? 0 : 1;
        }
        return switch (outcome) {
            case CLEAN, UNDECIDED -> 2;
            case OVERSIZE -> 3;
            case FOUND -> isMalware() ? 5 : 4;
        };
    }
}
