package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Locked PDF documents: what opens without a password goes to the scanner in plain, the rest stays out (row F2). */
class PdfLockedTest {

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void streamsOfADocumentThatOpensGoToTheScannerInPlain() {
        PdfSample sample = new PdfSample();
        byte[] locked = sample.catalog("Sluis", sample.stream(Laboratory.MALWARE + " ".repeat(70_000)))
                .encrypted("owner", "", 128)
                .bytes();
        assertThat(laboratory.inspect("a.pdf", locked).objection().orElseThrow().rule())
                .isEqualTo(Rule.MALWARE);
    }

    @Test
    void manyPagesCostFewMembers() {
        byte[] locked = new PdfSample().pages(2_000).encrypted("owner", "", 256).bytes();
        assertThat(laboratory.inspect("a.pdf", locked).objection()).isEmpty();
        assertThat(laboratory.scanned()).hasSizeBetween(2, 10);
    }

    @Test
    void scannerMayFindLockedWhatWasDecipheredAndWhatIsAroundIt() {
        byte[] locked = locked(new PdfSample());
        assertThat(rule("a.pdf", locked)).isEmpty();
        assertThat(rule("a.zip", archive(locked).bytes())).isEmpty();
        assertThat(rule(
                        "a.zip",
                        new Archive().with("b.zip", archive(locked).bytes()).bytes()))
                .isEmpty();
    }

    @Test
    void scannerMayFindLockedWhatIsAttachedAndWasDeciphered() {
        byte[] inner = locked(new PdfSample());
        assertThat(rule("a.pdf", locked(new PdfSample().attached("b.pdf", inner))))
                .isEmpty();
    }

    @Test
    void nothingElseMayBeLockedBesideADecipheredDocument() {
        byte[] locked = locked(new PdfSample());
        assertThat(rule(
                        "a.zip",
                        archive(locked).with("note.txt", Laboratory.LOCKED).bytes()))
                .contains(Rule.PASSWORD);
        byte[] attached = locked(new PdfSample().attached("note.txt", Laboratory.LOCKED.getBytes(ISO_8859_1)));
        assertThat(rule("a.pdf", attached)).contains(Rule.PASSWORD);
        assertThat(rule("a.txt", Laboratory.LOCKED.getBytes(ISO_8859_1))).contains(Rule.PASSWORD);
    }

    private Optional<Rule> rule(String name, byte[] content) {
        return laboratory.inspect(name, content).objection().map(Objection::rule);
    }

    private static Archive archive(byte[] document) {
        return new Archive().with(Laboratory.LOCKED + ".pdf", document);
    }

    /** One that the scanner says is locked; names are not enciphered. */
    private static byte[] locked(PdfSample sample) {
        return sample.catalog(Laboratory.LOCKED, PdfSample.dictionary("Type", "Sluis"))
                .encrypted("owner", "", 128)
                .bytes();
    }

    @Test
    void readersPasswordIsAsked() {
        byte[] locked = new PdfSample().encrypted("owner", "user", 256).bytes();
        assertThat(laboratory.inspect("a.pdf", locked).objection().orElseThrow().rule())
                .isEqualTo(Rule.PASSWORD);
    }

    @Test
    void keysOfPersonsAreAnotherRule() {
        String text = new String(new PdfSample().bytes(), ISO_8859_1);
        int trailer = text.indexOf("/Root");
        String lock = "/Encrypt<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/R 4/CF<<>>>>";
        byte[] locked = (text.substring(0, trailer) + lock + text.substring(trailer)).getBytes(ISO_8859_1);
        assertThat(laboratory.inspect("a.pdf", locked).objection().orElseThrow().rule())
                .isEqualTo(Rule.RECIPIENT_KEYS);
    }
}
