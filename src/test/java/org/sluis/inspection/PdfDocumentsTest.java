package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.inspection.PdfSample.dictionary;

import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;

/** PDF documents: one reading, no password, nothing that runs; attachments go their own way (security rows F2, F4, F7). */
class PdfDocumentsTest {

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void documentPassesUnderItsName() {
        byte[] document = new PdfSample().pages(300).bytes();
        Inspection found = laboratory.inspect("scan.pdf", document);
        assertThat(found.refusal()).isEmpty();
        assertThat(found.mediaType()).isEqualTo("application/pdf");
        assertThat(laboratory.refusal("scan.PDF", document)).isEmpty();
        for (String name : new String[] {"scan.png", "scan", "scan.pdf.exe", "scan.exe.pdf", "scan.pdf.", ".pdf.txt"}) {
            assertThat(laboratory.refusal(name, document)).as(name).contains(Problem.TYPE_MISMATCH);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void ownersPasswordIsNoHindranceButUsersIs(int bits) {
        assertThat(laboratory.refusal(
                        "a.pdf", new PdfSample().encrypted("owner", "", bits).bytes()))
                .isEmpty();
        assertThat(laboratory.refusal(
                        "a.pdf",
                        new PdfSample().encrypted("owner", "user", bits).bytes()))
                .contains(Problem.ENCRYPTED_CONTENT);
    }

    @Test
    void documentForTheKeysOfPersonsIsEncrypted() {
        byte[] document = new PdfSample().bytes();
        String text = new String(document, ISO_8859_1);
        int trailer = text.indexOf("/Root");
        byte[] locked = (text.substring(0, trailer)
                        + "/Encrypt<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/R 4/CF<<>>>>"
                        + text.substring(trailer))
                .getBytes(ISO_8859_1);
        assertThat(laboratory.refusal("a.pdf", locked)).contains(Problem.ENCRYPTED_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "Movie", "Sound"})
    void actionsThatRunOrLeaveTheDocument(String action) {
        assertThat(laboratory.refusal(
                        "a.pdf",
                        new PdfSample()
                                .catalog("OpenAction", dictionary("S", action))
                                .bytes()))
                .contains(Problem.ACTIVE_CONTENT);
        assertThat(laboratory.refusal(
                        "a.pdf",
                        new PdfSample()
                                .annotation("Link", Map.of("A", dictionary("S", action)))
                                .bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @Test
    void scriptIsFoundAlsoWhereNothingLeads() {
        assertThat(laboratory.refusal(
                        "a.pdf",
                        new PdfSample()
                                .catalog("Sluis", dictionary("JS", "(app.alert(1))"))
                                .bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @Test
    void webLinksMayBeClickedButDoNotOpenThemselves() {
        COSDictionary link = dictionary("S", "URI", "URI", "(https://example.org)");
        assertThat(laboratory.refusal(
                        "a.pdf",
                        new PdfSample().annotation("Link", Map.of("A", link)).bytes()))
                .isEmpty();
        assertThat(laboratory.refusal(
                        "a.pdf", new PdfSample().catalog("OpenAction", link).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
        COSDictionary triggers = new COSDictionary();
        triggers.setItem(COSName.getPDFName("PO"), link);
        assertThat(laboratory.refusal(
                        "a.pdf",
                        new PdfSample()
                                .annotation("Widget", Map.of("AA", triggers))
                                .bytes()))
                .contains(Problem.ACTIVE_CONTENT);
        for (String address : new String[] {"(javascript:alert(1))", "(file://server/x)", "(\\\\\\\\server\\\\x)"}) {
            COSDictionary bad = dictionary("S", "URI", "URI", address);
            assertThat(laboratory.refusal(
                            "a.pdf",
                            new PdfSample().annotation("Link", Map.of("A", bad)).bytes()))
                    .as(address)
                    .contains(Problem.ACTIVE_CONTENT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RichMedia", "Movie", "Sound", "Screen", "3D"})
    void mediaWithAPlayerOfTheirOwn(String subtype) {
        assertThat(laboratory.refusal(
                        "a.pdf", new PdfSample().annotation(subtype, Map.of()).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @Test
    void formsMayLayOutButNotRun() {
        String form = "<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template><field>%s</field></template></xdp:xdp>";
        assertThat(xfa(form.formatted("<caption/>"))).isEmpty();
        assertThat(xfa(form.formatted("<script>x</script>"))).contains(Problem.ACTIVE_CONTENT);
        assertThat(xfa(form.formatted("<submit/>"))).contains(Problem.ACTIVE_CONTENT);
        assertThat(xfa("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
                .isNotEmpty();
    }

    private java.util.Optional<Problem> xfa(String form) {
        PdfSample sample = new PdfSample();
        COSDictionary fields = new COSDictionary();
        fields.setItem(COSName.getPDFName("XFA"), sample.stream(form));
        return laboratory.refusal("a.pdf", sample.catalog("AcroForm", fields).bytes());
    }

    @Test
    void contentOutsideTheDocumentIsNotFetched() {
        PdfSample sample = new PdfSample();
        var outside = sample.stream("");
        outside.setItem(COSName.F, dictionary("FS", "URL", "F", "(http://evil.example/)"));
        assertThat(laboratory.refusal("a.pdf", sample.catalog("Sluis", outside).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @Test
    void attachmentsAreScannedAndTyped() {
        byte[] text = "attached".getBytes(US_ASCII);
        assertThat(laboratory.refusal(
                        "a.pdf", new PdfSample().attached("note.txt", text).bytes()))
                .isEmpty();
        assertThat(laboratory.scanned()).contains(text.length);
        assertThat(laboratory.refusal(
                        "a.pdf",
                        new PdfSample()
                                .attached("a.txt", Laboratory.MALWARE.getBytes(US_ASCII))
                                .bytes()))
                .contains(Problem.MALWARE_FOUND);
        assertThat(laboratory.refusal(
                        "a.pdf", new PdfSample().attached("a.exe", text).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
        assertThat(laboratory.refusal(
                        "a.pdf",
                        new PdfSample()
                                .attached("a.txt", "MZ\0".getBytes(US_ASCII))
                                .bytes()))
                .contains(Problem.ACTIVE_CONTENT);
        byte[] script =
                new PdfSample().catalog("Sluis", dictionary("JS", "(x)")).bytes();
        assertThat(laboratory.refusal(
                        "a.pdf", new PdfSample().attached("inner.pdf", script).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @Test
    void attachedBombIsTooComplex() {
        byte[] bomb = new PdfSample().attached("a.txt", new byte[50_000_000]).bytes();
        assertThat(laboratory.refusal("a.pdf", bomb)).contains(Problem.TOO_COMPLEX);
    }

    @Test
    void documentBeginsAndEndsWithTheFile() {
        byte[] document = new PdfSample().bytes();
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] page = "<html><script>x</script>".getBytes(US_ASCII);
        assertThat(laboratory.refusal("a.pdf", Archive.joined(document, archive)))
                .contains(Problem.TYPE_MISMATCH);
        assertThat(laboratory.refusal("a.pdf", Archive.joined(document, page))).contains(Problem.TYPE_MISMATCH);
        assertThat(laboratory.refusal("a.pdf", Archive.joined(page, document))).isNotEmpty();
        byte[] pageInside = Archive.joined("%PDF-1.4\n%<script>x</script>\n".getBytes(US_ASCII), document);
        assertThat(laboratory.refusal("a.pdf", pageInside)).contains(Problem.TYPE_MISMATCH);
        assertThat(laboratory.refusal("a.pdf", Archive.joined(document, new byte[] {'\r', '\n', 0, 0})))
                .isEmpty();
        assertThat(laboratory.refusal("a.pdf", Arrays.copyOf(document, document.length / 2)))
                .contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void archiveBehindAnotherEndMarkIsFound() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] twice = Archive.joined(new PdfSample().bytes(), archive, "\n%%EOF\n".getBytes(US_ASCII));
        assertThat(laboratory.refusal("a.pdf", twice)).contains(Problem.TYPE_MISMATCH);
    }
}
