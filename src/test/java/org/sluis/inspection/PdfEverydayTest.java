package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.inspection.PdfSample.dictionary;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Rule;

/** What everyday programs put around a PDF document, and where that ends (security row F2). */
class PdfEverydayTest {

    private final Laboratory laboratory = Laboratory.shared();
    private final byte[] document = new PdfSample().bytes();

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n\r\n", "\u00ef\u00bb\u00bf", " \t\n"})
    void blankBeforeTheMarkIsHarmless(String blank) {
        Inspection found = laboratory.inspect("a.pdf", Archive.joined(blank.getBytes(ISO_8859_1), document));
        assertThat(found.objection()).isEmpty();
        assertThat(found.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void blankBeforeTheMarkHidesNoScript() {
        byte[] script =
                new PdfSample().catalog("Sluis", dictionary("JS", "(x)")).bytes();
        assertThat(rule(Archive.joined("\n".getBytes(US_ASCII), script))).isEqualTo(Rule.PDF_SCRIPT);
    }

    @Test
    void anythingElseBeforeTheMarkIsAnotherFormat() {
        assertThat(laboratory
                        .inspect("a.pdf", Archive.joined("x\n".getBytes(US_ASCII), document))
                        .objection())
                .isNotEmpty();
        byte[] far = " ".repeat(2_000).getBytes(US_ASCII);
        assertThat(laboratory.inspect("a.pdf", Archive.joined(far, document)).objection())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\0\0\0\0", "\u001a", "\n\n \n"})
    void paddingAfterTheEndIsHarmless(String padding) {
        assertThat(laboratory
                        .inspect("a.pdf", Archive.joined(document, padding.getBytes(ISO_8859_1)))
                        .objection())
                .isEmpty();
    }

    @Test
    void dataAfterTheEndIsRefused() {
        assertThat(rule(Archive.joined(document, "more".getBytes(US_ASCII)))).isEqualTo(Rule.TRAILING_DATA);
    }

    @Test
    void archiveAtTheEndIsASecondReading() {
        assertThat(rule(Archive.joined(document, Archive.ofText("a.txt").bytes())))
                .isEqualTo(Rule.TWO_FORMATS);
    }

    @Test
    void documentWithoutItsEndIsDamaged() {
        assertThat(rule(Arrays.copyOf(document, document.length / 2))).isEqualTo(Rule.DAMAGED);
    }

    private Rule rule(byte[] bytes) {
        return laboratory.inspect("a.pdf", bytes).objection().orElseThrow().rule();
    }
}
