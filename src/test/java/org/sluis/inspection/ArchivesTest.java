package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Problem;

/** ZIP archives: what may be in them, and how much (security rows F3 to F5). */
class ArchivesTest {

    private static final String CENTRAL = "PK\1\2";

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void archiveOfAllowedFilesPassesAndEachMemberIsScanned() {
        byte[] inner = Archive.ofText("deep.txt").bytes();
        byte[] archive =
                Archive.ofText("a.txt", "folder/b.csv").with("inner.zip", inner).bytes();
        Inspection found = laboratory.inspect("files.zip", archive);
        assertThat(found.refusal()).isEmpty();
        assertThat(found.clean()).isTrue();
        assertThat(found.mediaType()).isEqualTo("application/zip");
        assertThat(laboratory.scanned()).containsExactlyInAnyOrder(archive.length, 6, 13, 9, inner.length);
    }

    @Test
    void zip64AndSizesAfterTheBytesAndOtherMethodsPass() {
        assertThat(laboratory.refusal(
                        "a.zip",
                        Archive.ofText("a.txt").zip64().with("b.txt", "b").bytes()))
                .isEmpty();
        assertThat(laboratory.refusal("a.zip", Archive.streamed("a.txt", "text".getBytes(US_ASCII))))
                .isEmpty();
        assertThat(laboratory.refusal(
                        "a.zip",
                        new Archive().stored("a.txt", "text".getBytes(US_ASCII)).bytes()))
                .isEmpty();
    }

    @Test
    void shortTextInDeflate64ReadsLikeDeflate() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] other = Archive.patched(Archive.patched(archive, 8, 9), Archive.find(archive, CENTRAL, 1) + 10, 9);
        assertThat(laboratory.refusal("a.zip", other)).isEmpty();
    }

    @Test
    void membersMustBeWhatTheCategoryTakes() {
        Set<String> textAndArchives = Set.of("text/plain", "application/zip");
        byte[] archive = Archive.ofText("a.txt", "b.csv").bytes();
        Objection csv = objection(laboratory.inspect("a.zip", archive, textAndArchives));
        assertThat(csv.rule()).isEqualTo(Rule.TYPE_NOT_TAKEN);
        assertThat(csv.member()).contains("b.csv");
        assertThat(csv.detected()).contains("text/csv");
        assertThat(csv.expected()).containsExactly("application/zip", "text/plain");
        Objection whole = objection(laboratory.inspect("a.zip", archive, Set.of("text/plain")));
        assertThat(whole.rule()).isEqualTo(Rule.TYPE_NOT_TAKEN);
        assertThat(whole.member()).isEmpty();
        assertThat(whole.detected()).contains("application/zip");
    }

    @ParameterizedTest
    @CsvSource({
        "setup.txt, 'MZ\u0090\0\3', PROGRAM, application/x-executable",
        "a.txt, <html><p>x, WEB_PAGE, text/html",
        "page.html, plain words, EXTENSION, text/plain",
        "mail.eml, 'From: a', MAIL_MESSAGE, message/rfc822",
        "plan.dxf, '0\nSECTION\n2\nHEADER\n', TYPE_NOT_TAKEN, image/vnd.dxf",
        "house.ifc, ISO-10303-21;, TYPE_NOT_TAKEN, model/step"
    })
    void memberThatMayNotBeThereIsNamed(String name, String content, Rule rule, String detected) {
        byte[] inner = Archive.ofText("a.csv").with(name, content).bytes();
        Objection found = objection(laboratory.inspect(
                "a.zip", new Archive().with("deep/inner.zip", inner).bytes()));
        assertThat(found.rule()).isEqualTo(rule);
        assertThat(found.member()).contains("deep/inner.zip/" + name);
        assertThat(found.detected()).contains(detected);
    }

    @Test
    void archiveIsADocumentOnlyWhereItSaysSo() {
        byte[] noDocument = Archive.ofText("notes.txt", "unpacked/mimetype.txt", "unpacked/[Content_Types].csv")
                .bytes();
        assertThat(laboratory.inspect("a.zip", noDocument).objection()).isEmpty();
        Objection book = objection(laboratory.inspect(
                "a.zip",
                new Archive()
                        .stored("mimetype", "application/epub+zip".getBytes(US_ASCII))
                        .bytes()));
        assertThat(book.rule()).isEqualTo(Rule.TYPE_NOT_TAKEN);
        assertThat(book.detected()).contains("application/epub+zip");
        Objection word = objection(laboratory.inspect(
                "a.zip", new Archive().with("mimetype", "whatever").bytes()));
        assertThat(word.rule()).isEqualTo(Rule.EXTENSION);
        assertThat(word.member()).contains("mimetype");
        Objection hidden = objection(laboratory.inspect(
                "a.zip",
                Archive.ofText("a.txt").with("META-INF/manifest.xml", "<a/>").bytes()));
        assertThat(hidden.rule()).isEqualTo(Rule.TYPE_NOT_TAKEN);
    }

    @Test
    void containerOfSignaturesIsWalkedWhereACategoryTakesIt() {
        String type = "application/vnd.etsi.asic-e+zip";
        assertThat(ShippedCategories.get().named("test-report").orElseThrow().types())
                .doesNotContain(type);
        Set<String> types = Set.of("text/plain", type);
        byte[] container = signed("report.txt", "text", "<a/>");
        Inspection found = laboratory.inspect("a.asice", container, types);
        assertThat(found.objection()).isEmpty();
        assertThat(found.mediaType()).isEqualTo(type);
        assertThat(laboratory.scanned()).hasSize(5);
        Objection off = objection(laboratory.inspect("a.asice", container, Set.of("text/plain", "application/zip")));
        assertThat(off.rule()).isEqualTo(Rule.TYPE_NOT_TAKEN);
        assertThat(off.detected()).contains(type);
        Objection program = objection(laboratory.inspect("a.asice", signed("a.txt", "#!/bin/sh", "<a/>"), types));
        assertThat(program.rule()).isEqualTo(Rule.PROGRAM);
        assertThat(program.member()).contains("a.txt");
        Objection data = objection(laboratory.inspect("a.asice", signed("a.xml", "<a/>", "<a/>"), types));
        assertThat(data.rule()).isEqualTo(Rule.TYPE_NOT_TAKEN);
        Objection page = objection(laboratory.inspect("a.asice", signed("a.txt", "text", "<html/>"), types));
        assertThat(page.rule()).isEqualTo(Rule.WEB_PAGE);
        assertThat(page.member()).contains("META-INF/signatures001.xml");
        Objection late = objection(laboratory.inspect(
                "a.asice", Archive.ofText("a.txt").with("mimetype", type).bytes(), types));
        assertThat(late.rule()).isEqualTo(Rule.INCONSISTENT);
    }

    private static byte[] signed(String name, String content, String signature) {
        return new Archive()
                .stored("mimetype", "application/vnd.etsi.asic-e+zip".getBytes(US_ASCII))
                .with(name, content)
                .with("META-INF/manifest.xml", "<a/>")
                .with("META-INF/signatures001.xml", signature)
                .bytes();
    }

    private static Objection objection(Inspection found) {
        return found.objection().orElseThrow();
    }

    @Test
    void malwareInAMemberIsNamed() {
        byte[] inner = new Archive().with("x.txt", Laboratory.MALWARE).bytes();
        Inspection found = laboratory.inspect(
                "a.zip", new Archive().with("inner.zip", inner).bytes());
        assertThat(found.refusal()).contains(Problem.MALWARE_FOUND);
        assertThat(found.detail()).isEqualTo("Test.Word");
        Inspection wrongName = laboratory.inspect(
                "a.zip", new Archive().with("x.com", Laboratory.MALWARE).bytes());
        assertThat(wrongName.refusal()).contains(Problem.MALWARE_FOUND);
    }

    @Test
    void twentyFiveThousandMembersAreTooMany() {
        Archive archive = new Archive();
        for (int index = 0; index < 25_000; index++) {
            archive.with(index + ".txt", "x");
        }
        assertThat(laboratory.inspect("a.zip", archive.bytes()).objection().map(Objection::rule))
                .contains(Rule.MEMBER_COUNT);
        assertThat(laboratory.scanned()).hasSize(1);
    }

    @Test
    void deepNestingIsTooMuch() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        for (int depth = 1; depth < 6; depth++) {
            archive = new Archive().with("inner.zip", archive).bytes();
        }
        assertThat(laboratory.refusal("a.zip", archive)).isEmpty();
        assertThat(laboratory.refusal(
                        "a.zip", new Archive().with("inner.zip", archive).bytes()))
                .contains(Problem.TOO_COMPLEX);
    }

    @Test
    void bombIsRefusedByWhatItAnnouncesBeforeAnythingIsExpanded() {
        byte[] bomb = new Archive().with("a.txt", " ".repeat(100_000_000)).bytes();
        assertThat(bomb.length).isLessThan(200_000);
        assertThat(laboratory.refusal("a.zip", bomb)).contains(Problem.TOO_COMPLEX);
        assertThat(laboratory.scanned()).hasSize(1);
    }

    @Test
    void bombsInsideArchivesShareOneBudget() {
        byte[] part = new Archive().with("a.txt", " ".repeat(9_000_000)).bytes();
        byte[] bomb = new Archive().stored("1.zip", part).stored("2.zip", part).bytes();
        assertThat(laboratory.refusal("a.zip", bomb)).contains(Problem.TOO_COMPLEX);
        assertThat(laboratory.scanned().stream().mapToInt(Integer::intValue).sum())
                .isLessThan(17_000_000);
    }

    @Test
    void whatInnerArchivesExpandIsMissingFromTheOuterOnes() {
        byte[] inner = new Archive().with("a.txt", " ".repeat(15_500_000)).bytes();
        byte[] bomb = new Archive()
                .stored("1.zip", inner)
                .with("2.txt", " ".repeat(15_500_000))
                .bytes();
        assertThat(laboratory.refusal("a.zip", bomb)).contains(Problem.TOO_COMPLEX);
        assertThat(laboratory.scanned().stream().mapToInt(Integer::intValue).sum())
                .isLessThan(17_000_000);
    }
}
