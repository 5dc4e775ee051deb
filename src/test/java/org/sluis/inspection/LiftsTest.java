package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Lift;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** A rule that administrators have lifted for a file is overlooked at one place; every other rule, and the scanner, is not. */
class LiftsTest {

    private static final byte[] PROGRAM = "MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0".getBytes(ISO_8859_1);

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void fileComesInWithANoticeWhereTheRuleThatRefusedAMemberIsLifted() {
        byte[] zip = Archive.ofText("a.txt")
                .with("tools/setup.exe", PROGRAM)
                .with("z.txt", "z".getBytes(UTF_8))
                .bytes();
        Objection why = laboratory.inspect("files.zip", zip).objection().orElseThrow();

        Inspection lifted = laboratory.inspect("files.zip", zip, Laboratory.DOCUMENTS, List.of(Lift.of(why)));

        assertThat(why.member()).contains("tools/setup.exe");
        assertThat(lifted.objection()).isEmpty();
        assertThat(lifted.clean()).isTrue();
        assertThat(lifted.mediaType()).isEqualTo("application/zip");
        assertThat(lifted.notices())
                .containsExactly(new ContentNotice(
                        ContentNotice.Kind.RULE_LIFTED,
                        why.member(),
                        Optional.of(why.rule().slug())));
        assertThat(laboratory.scanned()).contains(PROGRAM.length, zip.length);
    }

    @Test
    void sameRuleStillRefusesAnotherMember() {
        byte[] zip = Archive.ofText("a.txt")
                .with("one.exe", PROGRAM)
                .with("two.exe", PROGRAM)
                .bytes();
        Lift first = Lift.of(laboratory.inspect("files.zip", zip).objection().orElseThrow());

        Inspection lifted = laboratory.inspect("files.zip", zip, Laboratory.DOCUMENTS, List.of(first));

        assertThat(first.member()).contains("one.exe");
        assertThat(lifted.objection().flatMap(Objection::member)).contains("two.exe");
        assertThat(lifted.clean()).isFalse();
    }

    @Test
    void anotherRuleStillRefusesTheSameMember() {
        byte[] zip = Archive.ofText("a.txt").with("setup.exe", PROGRAM).bytes();

        Inspection lifted = laboratory.inspect(
                "files.zip", zip, Laboratory.DOCUMENTS, List.of(new Lift(Rule.TYPE_UNKNOWN, Optional.of("setup.exe"))));

        assertThat(lifted.objection().map(Objection::rule)).isNotEmpty().isNotEqualTo(Optional.of(Rule.TYPE_UNKNOWN));
    }

    @Test
    void malwareStillRefusesAMemberWhoseRuleIsLifted() {
        byte[] bad = (Laboratory.MALWARE + "\0\1").getBytes(UTF_8);
        byte[] zip = Archive.ofText("a.txt").with("data.exe", bad).bytes();

        Inspection lifted = laboratory.inspect(
                "files.zip",
                zip,
                Laboratory.DOCUMENTS,
                List.of(
                        new Lift(Rule.TYPE_UNKNOWN, Optional.of("data.exe")),
                        new Lift(Rule.PROGRAM, Optional.of("data.exe"))));

        assertThat(lifted.objection().map(Objection::rule)).contains(Rule.MALWARE);
        assertThat(lifted.mayBeLifted()).isFalse();
    }

    @Test
    void fileOfATypeThatIsNotTakenComesInAsThatTypeWhereTheRuleIsLiftedForTheFileItself() {
        byte[] csv = "a,b\n1,2\n".getBytes(UTF_8);
        Set<String> types = Set.of("application/pdf");
        Objection why = laboratory.inspect("report.csv", csv, types).objection().orElseThrow();

        Inspection lifted = laboratory.inspect("report.csv", csv, types, List.of(Lift.of(why)));

        assertThat(why.member()).isEmpty();
        assertThat(lifted.objection()).isEmpty();
        assertThat(lifted.mediaType()).isEqualTo("text/csv");
    }

    @Test
    void memberThatCannotBeExpandedStaysRefused() {
        byte[] zip = Archive.ofText("a.txt")
                .stored("b.txt", "28 days: 52,5 N/mm2".getBytes(UTF_8))
                .bytes();
        zip[indexOf(zip, "52,5")] ^= 1;
        Objection why = laboratory.inspect("files.zip", zip).objection().orElseThrow();

        Inspection lifted = laboratory.inspect("files.zip", zip, Laboratory.DOCUMENTS, List.of(Lift.of(why)));

        assertThat(lifted.objection().map(Objection::rule)).contains(why.rule());
    }

    @Test
    void onlyRulesMayBeLiftedThatLeaveTheScannerItsSight() {
        assertThat(Rule.values())
                .filteredOn(Rule::mayBeLifted)
                .contains(Rule.PROGRAM, Rule.MACRO, Rule.PDF_SCRIPT, Rule.EXTENSION, Rule.DAMAGED)
                .doesNotContain(
                        Rule.MALWARE,
                        Rule.SCANNER_LIMIT,
                        Rule.PASSWORD,
                        Rule.RECIPIENT_KEYS,
                        Rule.EXPANSION,
                        Rule.EFFORT,
                        Rule.INCONSISTENT,
                        Rule.OTHER_ARCHIVE,
                        Rule.COMPRESSION,
                        Rule.MEMBER_NAMES);
    }

    @Test
    void otherRulesStillRefuseAPdfDocumentOfWhichOneIsLifted() {
        byte[] pdf = new PdfSample()
                .catalog("OpenAction", PdfSample.dictionary("S", "URI", "URI", "(https://example.org/)"))
                .catalog("Sluis", PdfSample.dictionary("S", "JavaScript", "JS", "(app.launchURL('x'))"))
                .bytes();
        Objection why = laboratory.inspect("a.pdf", pdf).objection().orElseThrow();

        Inspection lifted = laboratory.inspect("a.pdf", pdf, Laboratory.DOCUMENTS, List.of(Lift.of(why)));

        assertThat(why.rule()).isEqualTo(Rule.PDF_OPENING);
        assertThat(lifted.objection().map(Objection::rule)).contains(Rule.PDF_SCRIPT);
        assertThat(laboratory
                        .inspect(
                                "a.pdf",
                                pdf,
                                Laboratory.DOCUMENTS,
                                List.of(Lift.of(why), new Lift(Rule.PDF_SCRIPT, Optional.empty())))
                        .clean())
                .isTrue();
    }

    @Test
    void otherRulesStillRefuseAPartOfWhichOneIsLifted() {
        byte[] document = new WordDocument()
                .body("<w:p><v:rect xmlns:v='urn:schemas-microsoft-com:vml' href='ms-msdt:/id'/>"
                        + "<w:fldSimple w:instr='DDEAUTO cmd \"/c calc\"'/></w:p>")
                .bytes();
        Objection why = laboratory.inspect("a.docx", document).objection().orElseThrow();

        Inspection lifted = laboratory.inspect("a.docx", document, Laboratory.DOCUMENTS, List.of(Lift.of(why)));

        assertThat(why.rule()).isEqualTo(Rule.UNSAFE_LINK);
        assertThat(lifted.objection().map(Objection::rule)).contains(Rule.DDE);
        assertThat(laboratory
                        .inspect(
                                "a.docx",
                                document,
                                Laboratory.DOCUMENTS,
                                List.of(Lift.of(why), new Lift(Rule.DDE, why.member())))
                        .clean())
                .isTrue();
    }

    @Test
    void sameRuleStillRefusesAMemberWhosePathIsShownLikeThatOfAnother() {
        String folder = "d".repeat(310) + "/";
        for (List<String> names :
                List.of(List.of("a\u200b.exe", "a\u200c.exe"), List.of(folder + "one.exe", folder + "two.exe"))) {
            byte[] zip = Archive.ofText("a.txt")
                    .with(names.get(0), PROGRAM)
                    .with(names.get(1), PROGRAM)
                    .bytes();
            Objection why = laboratory.inspect("files.zip", zip).objection().orElseThrow();

            Inspection lifted = laboratory.inspect("files.zip", zip, Laboratory.DOCUMENTS, List.of(Lift.of(why)));

            assertThat(why.rule()).isEqualTo(Rule.PROGRAM);
            assertThat(lifted.objection().map(Objection::rule)).contains(Rule.PROGRAM);
        }
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).indexOf(text);
    }
}
