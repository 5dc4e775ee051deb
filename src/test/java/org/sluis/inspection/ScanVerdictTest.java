package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Sha256;

/** What a scanner's words come to. */
class ScanVerdictTest {

    private static final Sha256 BYTES = Sha256.of(new byte[] {1, 2, 3});

    @Test
    void heuristicsAreRefusedByTheRuleTheyMean() {
        assertThat(found("Heuristics.Encrypted.Zip").objection()).contains(Rule.PASSWORD);
        assertThat(found("Heuristics.OLE2.ContainsMacros.VBA").objection()).contains(Rule.MACRO);
        assertThat(found("Heuristics.Limits.Exceeded.MaxFiles").objection()).contains(Rule.SCANNER_LIMIT);
        assertThat(found("Heuristics.Phishing.Email.SpoofedDomain").objection()).contains(Rule.MALWARE);
        assertThat(found("Heuristics.Of.Tomorrow").objection()).contains(Rule.MALWARE);
        assertThat(found("Eicar-Test-Signature").objection()).contains(Rule.MALWARE);
    }

    @Test
    void lockedDocumentIsRefusedUnlessAllOfItWasDecipheredAndScanned() {
        ScanVerdict locked = found("Heuristics.Encrypted.PDF");
        assertThat(inspection(locked, Optional.empty(), false).objection().map(Objection::rule))
                .contains(Rule.PASSWORD);
        assertThat(inspection(locked, Optional.empty(), true).clean()).isTrue();
        assertThat(inspection(locked, Optional.of(found("Eicar")), true)
                        .objection()
                        .map(Objection::rule))
                .contains(Rule.MALWARE);
        assertThat(inspection(locked, Optional.of(ScanVerdict.undecided(BYTES, "silent")), true)
                        .clean())
                .isFalse();
        assertThat(inspection(found("Heuristics.Encrypted.Zip"), Optional.empty(), true)
                        .objection()
                        .map(Objection::rule))
                .contains(Rule.PASSWORD);
    }

    @Test
    void theWorstOfManyDecides() {
        assertThat(List.of(
                        new ScanVerdict(Outcome.CLEAN, BYTES, ""),
                        found("Heuristics.Encrypted.PDF"),
                        ScanVerdict.undecided(BYTES, "silent"),
                        new ScanVerdict(Outcome.OVERSIZE, BYTES, ""),
                        found("Heuristics.Encrypted.Zip"),
                        found("Eicar")))
                .extracting(ScanVerdict::weight)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static ScanVerdict found(String signature) {
        return new ScanVerdict(Outcome.FOUND, BYTES, signature);
    }

    private static Inspection inspection(ScanVerdict whole, Optional<ScanVerdict> members, boolean deciphered) {
        return Inspection.of(
                whole, new ParseResult("application/pdf", Optional.empty(), members, deciphered, List.of()));
    }
}
