package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.inspection.PdfSample.dictionary;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Rule;

/** A refused PDF document has a copy without scripts and actions that the gate lets in, with the same pages and text. */
class PdfCopiesTest {

    private static final String TEXT = "Compressive strength 52.5 N/mm2";

    private static PdfSample sample() {
        return new PdfSample().pages(3).text(TEXT);
    }

    private static CopyMade copy(PdfSample sample) throws IOException {
        CopyMade copy = CopyMade.of("report.pdf", sample.bytes());
        assertThat(copy.pdfText()).contains(TEXT);
        try (PDDocument document = copy.pdf()) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
        }
        return copy;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JavaScript",
                "Launch",
                "ImportData",
                "SubmitForm",
                "Rendition",
                "Movie",
                "Sound",
                "RichMediaExecute"
            })
    void actionGoesWhereverItStands(String action) throws IOException {
        CopyMade opening = copy(sample().catalog("OpenAction", dictionary("S", action, "JS", "(app.alert(1))")));
        assertThat(opening.removed()).isPositive();
        try (PDDocument document = opening.pdf()) {
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
        }
        CopyMade clicked = copy(sample().annotation("Link", Map.of("A", dictionary("S", action))));
        try (PDDocument document = clicked.pdf()) {
            COSDictionary link = document.getPage(0).getAnnotations().get(0).getCOSObject();
            assertThat(link.containsKey(COSName.A)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GoToR", "GoToE"})
    void linkIntoAFileOnAShareGoesAndThePlaceOfItStays(String action) throws IOException {
        CopyMade copy = copy(
                sample().annotation("Link", Map.of("A", dictionary("S", action, "F", "(\\\\\\\\server\\\\x.pdf)"))));
        assertThat(copy.removed()).isEqualTo(1);
        try (PDDocument document = copy.pdf()) {
            COSDictionary link = document.getPage(0).getAnnotations().get(0).getCOSObject();
            assertThat(link.containsKey(COSName.A)).isFalse();
        }
    }

    @Test
    void triggerGoesAloneAndTheOthersStay() throws IOException {
        COSDictionary triggers = new COSDictionary();
        triggers.setItem(COSName.getPDFName("E"), dictionary("S", "JavaScript", "JS", "(app.alert(1))"));
        triggers.setItem(COSName.getPDFName("X"), dictionary("S", "Named", "N", "NextPage"));
        CopyMade copy = copy(sample().annotation("Link", Map.of("AA", triggers)));
        assertThat(copy.removed()).isEqualTo(1);
        try (PDDocument document = copy.pdf()) {
            COSDictionary kept =
                    document.getPage(0).getAnnotations().get(0).getCOSObject().getCOSDictionary(COSName.AA);
            assertThat(kept.keySet()).containsExactly(COSName.getPDFName("X"));
        }
    }

    @Test
    void actionThatFollowsAnotherGoesAlone() throws IOException {
        COSDictionary first = dictionary("S", "URI", "URI", "(https://example.org)");
        first.setItem(COSName.getPDFName("Next"), dictionary("S", "JavaScript", "JS", "(app.alert(1))"));
        CopyMade copy = copy(sample().annotation("Link", Map.of("A", first)));
        try (PDDocument document = copy.pdf()) {
            COSDictionary action =
                    document.getPage(0).getAnnotations().get(0).getCOSObject().getCOSDictionary(COSName.A);
            assertThat(action.getString("URI")).isEqualTo("https://example.org");
            assertThat(action.containsKey("Next")).isFalse();
        }
    }

    @Test
    void scriptsOfTheDocumentGoWithTheirNames() throws IOException {
        PdfSample sample = sample();
        COSDictionary names = new COSDictionary();
        COSDictionary scripts = new COSDictionary();
        COSArray leaves = new COSArray();
        leaves.add(new COSString("start"));
        leaves.add(sample.indirect(dictionary("S", "JavaScript", "JS", "(app.alert(1))")));
        scripts.setItem(COSName.NAMES, leaves);
        names.setItem(COSName.getPDFName("JavaScript"), scripts);
        CopyMade copy = copy(sample.catalog("Names", names));
        assertThat(copy.rules()).containsExactly(Rule.PDF_SCRIPT);
        assertThat(copy.pdfObjects()).contains("Catalog").doesNotContain("app.alert");
    }

    @Test
    void fieldKeepsItsValueWithoutItsScripts() throws IOException {
        PdfSample sample = sample();
        COSDictionary field = dictionary("FT", "Tx", "T", "(total)", "V", "(42)");
        COSDictionary triggers = new COSDictionary();
        triggers.setItem(COSName.getPDFName("K"), dictionary("S", "JavaScript", "JS", "(event.value = 1)"));
        field.setItem(COSName.AA, triggers);
        COSArray fields = new COSArray();
        fields.add(sample.indirect(field));
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.FIELDS, fields);
        form.setItem(COSName.getPDFName("XFA"), sample.stream("<a><script>x</script></a>"));
        CopyMade copy = copy(sample.catalog("AcroForm", form));
        try (PDDocument document = copy.pdf()) {
            var kept = document.getDocumentCatalog().getAcroForm();
            assertThat(kept.hasXFA()).isFalse();
            assertThat(kept.getField("total").getValueAsString()).isEqualTo("42");
        }
    }

    @Test
    void formThatIsNothingButDynamicHasNoCopy() {
        PdfSample sample = sample();
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.getPDFName("XFA"), sample.stream("<a><script>x</script></a>"));
        byte[] bytes = sample.catalog("AcroForm", form)
                .catalog("NeedsRendering", org.apache.pdfbox.cos.COSBoolean.TRUE)
                .bytes();
        assertThat(obstacle(bytes)).isEqualTo(Rule.PDF_DYNAMIC_FORM);
    }

    @Test
    void linkToAShareGoesAndWebLinkStays() throws IOException {
        PdfSample sample = sample();
        COSArray both = new COSArray();
        for (String address : List.of("(\\\\\\\\server\\\\x)", "(https://example.org)")) {
            COSDictionary link = dictionary("Type", "Annot", "Subtype", "Link");
            link.setItem(COSName.A, sample.indirect(dictionary("S", "URI", "URI", address)));
            both.add(sample.indirect(link));
        }
        CopyMade copy = copy(sample.page("Annots", both));
        assertThat(copy.removed()).isEqualTo(1);
        assertThat(copy.pdfObjects()).contains("https://example.org").doesNotContain("server");
        try (PDDocument document = copy.pdf()) {
            assertThat(document.getPage(0)
                            .getAnnotations()
                            .get(1)
                            .getCOSObject()
                            .containsKey(COSName.A))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RichMedia", "Movie", "Sound", "Screen", "3D"})
    void mediaGoWithTheirPlace(String subtype) throws IOException {
        CopyMade copy = copy(sample().annotation(subtype, Map.of()));
        try (PDDocument document = copy.pdf()) {
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
        }
    }

    @Test
    void otherAnnotationsOfThePageStay() throws IOException {
        PdfSample sample = sample();
        COSDictionary link = PdfSample.dictionary("Type", "Annot", "Subtype", "Link");
        link.setItem("A", PdfSample.dictionary("S", "URI", "URI", "(https://example.org/stays)"));
        COSArray annotations = new COSArray();
        annotations.add(sample.indirect(PdfSample.dictionary("Type", "Annot", "Subtype", "Movie")));
        annotations.add(sample.indirect(link));
        CopyMade copy = copy(sample.page("Annots", annotations));
        assertThat(copy.pdfObjects()).contains("example.org/stays").doesNotContain("Movie");
        assertThat(copy.rules()).containsExactly(Rule.PDF_MEDIA);
    }

    @Test
    void contentFromOutsideGoes() throws IOException {
        PdfSample sample = sample();
        var outside = sample.stream("inside");
        outside.setItem(COSName.F, dictionary("FS", "URL", "F", "(http://evil.example/)"));
        assertThat(copy(sample.catalog("Sluis", outside)).pdfObjects())
                .contains("Sluis")
                .doesNotContain("evil.example");
    }

    @Test
    void attachedProgramGoesAndIsNamed() throws IOException {
        byte[] program = "MZ\u0090".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        CopyMade copy = copy(sample().attached("setup.exe", java.util.Arrays.copyOf(program, 512)));
        assertThat(copy.cleaning().removals()).hasSize(1);
        assertThat(copy.cleaning().removals().get(0).member()).contains("setup.exe");
        try (PDDocument document = copy.pdf()) {
            var names = document.getDocumentCatalog().getNames();
            assertThat(names.getEmbeddedFiles() == null
                            || names.getEmbeddedFiles().getNames() == null
                            || names.getEmbeddedFiles().getNames().isEmpty())
                    .isTrue();
        }
    }

    @Test
    void harmlessAttachmentStays() throws IOException {
        CopyMade copy = copy(sample().attached("values.txt", "1;2".getBytes(US_ASCII))
                .catalog("OpenAction", dictionary("S", "JavaScript", "JS", "(app.alert(1))")));
        try (PDDocument document = copy.pdf()) {
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames())
                    .containsOnlyKeys("values.txt");
        }
    }

    @Test
    void signatureOfOtherBytesIsNotKept() throws IOException {
        PdfSample sample = sample();
        COSDictionary field = dictionary("FT", "Sig", "T", "(signed)");
        COSDictionary signature = dictionary("Type", "Sig", "Filter", "Adobe.PPKLite");
        COSArray range = new COSArray();
        for (long number : new long[] {0, 10, 20, 10}) {
            range.add(org.apache.pdfbox.cos.COSInteger.get(number));
        }
        signature.setItem(COSName.getPDFName("ByteRange"), range);
        signature.setItem(COSName.CONTENTS, new COSString(new byte[16]));
        field.setItem(COSName.V, sample.indirect(signature));
        COSArray fields = new COSArray();
        fields.add(sample.indirect(field));
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.FIELDS, fields);
        CopyMade copy = copy(sample.catalog("AcroForm", form)
                .catalog("OpenAction", dictionary("S", "JavaScript", "JS", "(app.alert(1))")));
        assertThat(copy.cleaning().signaturesLost()).isTrue();
        try (PDDocument document = copy.pdf()) {
            assertThat(document.getSignatureDictionaries()).isEmpty();
        }
    }

    @Test
    void lockedDocumentHasNoCopy() {
        byte[] locked = sample().catalog("OpenAction", dictionary("S", "JavaScript", "JS", "(app.alert(1))"))
                .encrypted("owner", "", 128)
                .bytes();
        assertThat(obstacle(locked)).isEqualTo(Rule.PASSWORD);
    }

    private static Rule obstacle(byte[] document) {
        CopyMade tried = CopyMade.tried("report.pdf", document);
        assertThat(tried.bytes()).isEmpty();
        return tried.cleaning().obstacle().orElseThrow().rule();
    }
}
