package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.inspection.PdfSample.dictionary;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Which rule refuses what in a PDF document, where it hangs, and what looks like it and is harmless (security row F4). */
class PdfRulesTest {

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @CsvSource({
        "JavaScript, PDF_SCRIPT",
        "Launch, PDF_LAUNCH",
        "SubmitForm, PDF_FORM_SENDING",
        "ImportData, PDF_OTHER_FILE",
        "Rendition, PDF_MEDIA",
        "Movie, PDF_MEDIA",
        "Sound, PDF_MEDIA"
    })
    void saysWhichActionAndOnWhichPage(String action, Rule rule) {
        Objection found =
                objection(new PdfSample().annotation("Link", Map.of("A", dictionary("S", action, "F", "(x.dat)"))));
        assertThat(found.rule()).isEqualTo(rule);
        assertThat(found.page()).isEqualTo(OptionalInt.of(1));
        assertThat(found.subject()).contains("x.dat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sound", "Movie", "Launch", "Rendition"})
    void structureElementMayBeCalledLikeAnAction(String name) {
        assertThat(accepted(new PdfSample().catalog("Sluis", dictionary("Type", "StructElem", "S", name))))
                .isTrue();
        COSDictionary parented = dictionary("S", name);
        parented.setItem(COSName.P, dictionary("Type", "StructTreeRoot"));
        assertThat(accepted(new PdfSample().catalog("Sluis", parented))).isTrue();
    }

    @Test
    void actionThatCallsItselfAStructureElementIsAnAction() {
        COSDictionary disguised = dictionary("Type", "StructElem", "S", "Launch");
        assertThat(objection(new PdfSample().annotation("Link", Map.of("A", disguised)))
                        .rule())
                .isEqualTo(Rule.PDF_LAUNCH);
        assertThat(objection(new PdfSample().catalog("OpenAction", disguised)).rule())
                .isEqualTo(Rule.PDF_LAUNCH);
        COSDictionary next = dictionary("S", "GoTo");
        next.setItem(COSName.getPDFName("Next"), disguised);
        assertThat(objection(new PdfSample().catalog("Sluis", next)).rule()).isEqualTo(Rule.PDF_LAUNCH);
        COSDictionary loose = dictionary("Type", "StructElem", "S", "Launch", "F", "(cmd.exe)");
        assertThat(objection(new PdfSample().catalog("Sluis", loose)).rule()).isEqualTo(Rule.PDF_LAUNCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a?b#c", "www.example.org", "www.example.org:8080/a", "mailto:a@example.org",
                "tel:+31201234567", "#page=2", "annex/b.pdf", "file:///C:/reports/b.pdf"
            })
    void ordinaryAddressMayBeClicked(String address) {
        assertThat(accepted(linkTo(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1), PDF_SCRIPT",
        "file:///C:/tools/x.exe, PDF_LAUNCH",
        "file://server/x, NETWORK_SHARE",
        "//server/x, NETWORK_SHARE",
        "ms-msdt:/id, UNSAFE_LINK",
        "search-ms:query=x, UNSAFE_LINK"
    })
    void addressThatStartsSomethingIsNamed(String address, Rule rule) {
        Objection found = objection(linkTo(address));
        assertThat(found.rule()).isEqualTo(rule);
        assertThat(found.subject()).contains(address);
    }

    @Test
    void addressThatOpensByItselfIsRefused() {
        Objection found = objection(
                new PdfSample().catalog("OpenAction", dictionary("S", "URI", "URI", "(https://example.org/)")));
        assertThat(found.rule()).isEqualTo(Rule.PDF_OPENING);
        assertThat(found.subject()).contains("https://example.org/");
    }

    @Test
    void otherDocumentOnTheOwnMachineMayBeClickedAndIsNoted() {
        Inspection found = laboratory.inspect("a.pdf", linkInto("annex.pdf").bytes());
        assertThat(found.objection()).isEmpty();
        assertThat(found.notices())
                .contains(
                        new ContentNotice(ContentNotice.Kind.LINKED_FILE, Optional.empty(), Optional.of("annex.pdf")));
    }

    @ParameterizedTest
    @CsvSource({
        "//server/share/a.pdf, PDF_OTHER_FILE",
        "https://example.org/a.pdf, PDF_OTHER_FILE",
        "setup.exe, PDF_LAUNCH"
    })
    void otherDocumentElsewhereIsRefused(String file, Rule rule) {
        Objection found = objection(linkInto(file));
        assertThat(found.rule()).isEqualTo(rule);
        assertThat(found.subject()).contains(file);
    }

    @Test
    void otherDocumentMayNotOpenByItself() {
        assertThat(objection(new PdfSample().catalog("OpenAction", dictionary("S", "GoToR", "F", "(annex.pdf)")))
                        .rule())
                .isEqualTo(Rule.PDF_OTHER_FILE);
    }

    @Test
    void contentFromOutsideIsRemote() {
        PdfSample sample = new PdfSample();
        var outside = sample.stream("");
        outside.setItem(COSName.F, dictionary("FS", "URL", "F", "(http://evil.example/)"));
        Objection found = objection(sample.catalog("Sluis", outside));
        assertThat(found.rule()).isEqualTo(Rule.PDF_REMOTE_CONTENT);
        assertThat(found.subject()).contains("http://evil.example/");
    }

    @Test
    void threadOfAnotherFileIsALinkIntoIt() {
        COSDictionary share = dictionary("S", "Thread", "F", "(\\\\evil\\s\\x.pdf)");
        Objection found = objection(new PdfSample().annotation("Link", Map.of("A", share)));
        assertThat(found.rule()).isEqualTo(Rule.PDF_OTHER_FILE);
        assertThat(found.subject()).contains("\\\\evil\\s\\x.pdf");
        COSDictionary beside = dictionary("S", "Thread", "F", "(annex.pdf)");
        assertThat(accepted(new PdfSample().annotation("Link", Map.of("A", beside))))
                .isTrue();
        assertThat(objection(new PdfSample().catalog("OpenAction", beside)).rule())
                .isEqualTo(Rule.PDF_OTHER_FILE);
        assertThat(accepted(new PdfSample().catalog("OpenAction", dictionary("S", "Thread"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"U", "D"})
    void buttonMayLeadToTheWebByAClick(String trigger) {
        assertThat(accepted(button(trigger))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"E", "X", "Fo", "Bl", "PO", "PC", "PV", "PI"})
    void fieldMayNotLeadToTheWebByItself(String trigger) {
        assertThat(objection(button(trigger)).rule()).isEqualTo(Rule.PDF_OPENING);
    }

    private static PdfSample button(String trigger) {
        COSDictionary triggers = new COSDictionary();
        triggers.setItem(COSName.getPDFName(trigger), dictionary("S", "URI", "URI", "(https://example.org/)"));
        return new PdfSample().annotation("Widget", Map.of("AA", triggers));
    }

    @Test
    void placeholderOfThePrepressMayNotNameAShare() {
        Objection found = objection(placeholder("\\\\evil\\s\\x.tif"));
        assertThat(found.rule()).isEqualTo(Rule.NETWORK_SHARE);
        assertThat(found.subject()).contains("\\\\evil\\s\\x.tif");
        assertThat(objection(placeholder("http://evil.example/x.tif")).rule()).isEqualTo(Rule.PDF_REMOTE_CONTENT);
        assertThat(accepted(placeholder("cover.tif"))).isTrue();
    }

    private static PdfSample placeholder(String file) {
        PdfSample sample = new PdfSample();
        COSDictionary versions = new COSDictionary();
        versions.setItem(COSName.getPDFName("1.3"), dictionary("Type", "OPI", "F", "(" + file + ")"));
        var picture = sample.stream("q Q");
        picture.setItem(COSName.getPDFName("OPI"), versions);
        return sample.catalog("Sluis", picture);
    }

    @Test
    void mediaNeedNotSayThatTheyAreAnnotations() {
        COSArray annotations = new COSArray();
        annotations.add(dictionary("Type", "Other", "Subtype", "Screen"));
        assertThat(objection(new PdfSample().catalog("Annots", annotations)).rule())
                .isEqualTo(Rule.PDF_MEDIA);
        assertThat(objection(new PdfSample().catalog("Sluis", dictionary("Subtype", "RichMedia")))
                        .rule())
                .isEqualTo(Rule.PDF_MEDIA);
        assertThat(accepted(new PdfSample().catalog("Sluis", dictionary("Subtype", "Artwork"))))
                .isTrue();
    }

    @Test
    void timeStampsComeFromTheWebAndNotFromAShare() {
        Objection found = objection(new PdfSample().catalog("TimeStamp", dictionary("URL", "(\\\\evil\\s)")));
        assertThat(found.rule()).isEqualTo(Rule.NETWORK_SHARE);
        assertThat(found.subject()).contains("\\\\evil\\s");
        assertThat(accepted(new PdfSample().catalog("TimeStamp", dictionary("URL", "(https://tsa.example/)"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 0 obj", "1 1 obj", "77 0 obj", "1\n0\tobj"})
    void objectsThatNoTableListsAreReadToo(String mark) {
        String script = mark + "\n<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(x)>>>>\nendobj\n";
        String harmless = mark + "\n<</Type/Catalog/Pages 2 0 R/Lang(en)>>\nendobj\n";
        for (boolean atTheEnd : new boolean[] {true, false}) {
            assertThat(laboratory
                            .inspect("a.pdf", withUnlisted(script, atTheEnd))
                            .objection()
                            .orElseThrow()
                            .rule())
                    .isEqualTo(Rule.PDF_SCRIPT);
            assertThat(laboratory
                            .inspect("a.pdf", withUnlisted(harmless, atTheEnd))
                            .objection())
                    .isEmpty();
        }
    }

    @Test
    void whatAnUpdateReplacedIsHistory() {
        String document = "%PDF-1.4\n";
        int first = document.length();
        document += "1 0 obj\n<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(x)>>>>\nendobj\n";
        int second = document.length();
        document += "2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n";
        int table = document.length();
        document += "xref\n0 3\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n".formatted(first, second)
                + "trailer\n<</Root 1 0 R/Size 3>>\nstartxref\n" + table + "\n%%EOF\n";
        int replaced = document.length();
        document += "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n";
        int update = document.length();
        document += "xref\n1 1\n%010d 00000 n \n".formatted(replaced) + "trailer\n<</Root 1 0 R/Size 3/Prev " + table
                + ">>\nstartxref\n" + update + "\n%%EOF\n";
        assertThat(laboratory.inspect("a.pdf", document.getBytes(ISO_8859_1)).objection())
                .isEmpty();
    }

    @Test
    void objectsThatTheTableOfALockedDocumentDoesNotListAreReadToo() {
        byte[] locked = new PdfSample().encrypted("owner", "", 128).bytes();
        assertThat(laboratory.inspect("a.pdf", locked).objection()).isEmpty();
        assertThat(unlistedInLocked("77 0 obj\n<</Lang(en)>>\nendobj\n")).isEmpty();
        assertThat(unlistedInLocked("77 0 obj\n<</S/JavaScript/JS(x)>>\nendobj\n"))
                .contains(Rule.PDF_SCRIPT);
        assertThat(unlistedInLocked("77 0 obj\n<</Type/ObjStm/N 0/First 0/Length 0>>\nstream\n\nendstream\nendobj\n"))
                .contains(Rule.DAMAGED);
        assertThat(unlistedInLocked("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"))
                .contains(Rule.DAMAGED);
    }

    private Optional<Rule> unlistedInLocked(String object) {
        byte[] locked = new PdfSample().encrypted("owner", "", 128).bytes();
        return laboratory
                .inspect("a.pdf", withUnlisted(locked, object, true))
                .objection()
                .map(Objection::rule);
    }

    private static byte[] withUnlisted(String object, boolean atTheEnd) {
        return withUnlisted(new PdfSample().bytes(), object, atTheEnd);
    }

    /** Behind the end, with the pointer to the old table once more, or before the table. */
    private static byte[] withUnlisted(byte[] whole, String object, boolean atTheEnd) {
        String document = new String(whole, ISO_8859_1);
        int pointer = document.lastIndexOf("startxref");
        String end = document.substring(pointer);
        String with = atTheEnd ? document + object + end : document.substring(0, pointer) + object + end;
        return with.getBytes(ISO_8859_1);
    }

    private static PdfSample linkTo(String address) {
        return new PdfSample().annotation("Link", Map.of("A", dictionary("S", "URI", "URI", "(" + address + ")")));
    }

    private static PdfSample linkInto(String file) {
        return new PdfSample().annotation("Link", Map.of("A", dictionary("S", "GoToR", "F", "(" + file + ")")));
    }

    private boolean accepted(PdfSample sample) {
        return laboratory.inspect("a.pdf", sample.bytes()).objection().isEmpty();
    }

    private Objection objection(PdfSample sample) {
        return laboratory.inspect("a.pdf", sample.bytes()).objection().orElseThrow();
    }
}
