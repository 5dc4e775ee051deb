package org.sluis.inspection;

import java.util.Optional;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Sha256;

/**
 * What came of looking at one file.
 *
 * @param mediaType what it is, never the sender's word
 * @param refusal why it may not come in; none where it may, or where nobody knows yet
 * @param clean whether the scanner said of the whole and of every member that it is clean
 * @param scanned digest of exactly the bytes of the whole that the scanner was sent
 * @param detail the signature of a conviction, or why there is no verdict
 * @param scanner what the scanner that said so says of itself, as far as is known
 */
public record Inspection(
        String mediaType,
        Optional<Problem> refusal,
        boolean clean,
        Sha256 scanned,
        String detail,
        Optional<String> scanner) {

    /** Malware is named before any other flaw; what the file is comes before what the scanner only supposes. */
    static Inspection of(ScanVerdict whole, Dissection dissection) {
        ScanVerdict worst =
                dissection.members().filter(member -> isWorse(member, whole)).orElse(whole);
        Optional<Problem> convicted = worst.refusal();
        boolean malware = convicted.filter(Problem.MALWARE_FOUND::equals).isPresent();
        Optional<Problem> refusal = malware ? convicted : dissection.refusal().or(() -> convicted);
        boolean clean = refusal.isEmpty() && worst.outcome() == Outcome.CLEAN;
        return new Inspection(dissection.mediaType(), refusal, clean, whole.scanned(), worst.detail(), worst.scanner());
    }

    /** The conviction as malware, where there is one. */
    public Optional<Conviction> conviction() {
        return refusal.filter(Problem.MALWARE_FOUND::equals).map(malware -> new Conviction(detail, scanner));
    }

    private static boolean isWorse(ScanVerdict member, ScanVerdict whole) {
        boolean wholeIsMalware =
                whole.refusal().filter(Problem.MALWARE_FOUND::equals).isPresent();
        return !wholeIsMalware
                && member.outcome() != Outcome.CLEAN
                && (member.outcome() == Outcome.FOUND || whole.outcome() == Outcome.CLEAN);
    }
}
