package org.sluis.inspection;

import java.util.List;
import java.util.Optional;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Sha256;

/**
 * What came of looking at one file.
 *
 * @param mediaType what it is, never the sender's word
 * @param objection why it may not come in; none where it may, or where nobody knows yet
 * @param clean whether the scanner said of the whole and of every member that it is clean, and nothing else speaks against it
 * @param suspected whether a scanner found something in the whole or in a member
 * @param scanned digest of exactly the bytes of the whole that the scanner was sent
 * @param detail the signature of a conviction, or why there is no verdict
 * @param scanner what the scanner that said so says of itself, as far as is known
 * @param notices what its sender and readers should know of it
 */
public record Inspection(
        String mediaType,
        Optional<Objection> objection,
        boolean clean,
        boolean suspected,
        Sha256 scanned,
        String detail,
        Optional<String> scanner,
        List<ContentNotice> notices) {

    /** Malware is named before any other flaw; what the file is comes before what the scanner only supposes. */
    static Inspection of(ScanVerdict said, ParseResult result) {
        ScanVerdict whole = said.whereDeciphered(result.deciphered());
        ScanVerdict worst =
                result.members().filter(member -> isWorse(member, whole)).orElse(whole);
        Optional<Objection> convicted = worst.objection().map(Objection::of);
        boolean malware = worst.isMalware();
        Optional<Objection> objection = malware ? convicted : result.objection().or(() -> convicted);
        boolean clean = objection.isEmpty() && worst.outcome() == Outcome.CLEAN;
        return new Inspection(
                result.mediaType(),
                objection,
                clean,
                worst.outcome() == Outcome.FOUND,
                whole.scanned(),
                worst.detail(),
                worst.scanner(),
                result.notices());
    }

    /** What the sender is answered where the file may not come in. */
    public Optional<Problem> refusal() {
        return objection.map(found -> found.rule().problem());
    }

    /** Whether only a rule speaks against it, and one that administrators may lift. */
    public boolean mayBeLifted() {
        return !suspected
                && objection.filter(found -> found.rule().mayBeLifted()).isPresent();
    }

    /** The conviction as malware, where there is one. */
    public Optional<MalwareFinding> conviction() {
        return objection
                .filter(found -> found.rule() == Rule.MALWARE)
                .map(malware -> new MalwareFinding(detail, scanner));
    }

    private static boolean isWorse(ScanVerdict member, ScanVerdict whole) {
        return !whole.isMalware()
                && member.outcome() != Outcome.CLEAN
                && (member.outcome() == Outcome.FOUND || whole.outcome() == Outcome.CLEAN);
    }
}
