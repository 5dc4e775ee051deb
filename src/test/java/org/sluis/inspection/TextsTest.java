package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.OfficePackage.Kind;
import org.sluis.inspection.Parsers.Limits;

/** The text that a real child process takes of a file, so that the file is found by its words. */
class TextsTest {

    private static final String PDF = "application/pdf";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private final Laboratory laboratory = Laboratory.shared();

    /** While a child is started there is none to spare; a check waits for it. */
    @BeforeEach
    void childIsThere() {
        assertThat(laboratory.refusal("a.txt", "checked".getBytes(US_ASCII))).isEmpty();
    }

    @Test
    void pagesOfAPdfDocumentAreRead() {
        assertThat(text(
                        PDF,
                        new PdfSample().text("Strength: 52,5 N/mm2").pages(3).bytes()))
                .hasValueSatisfying(text -> assertThat(text).contains("Strength: 52,5 N/mm2"));
    }

    @Test
    void paragraphsAreReadWholeHoweverTheyAreCut() {
        byte[] document = new WordDocument()
                .body("<w:p><w:r><w:t>con</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>crete</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>tests</w:t></w:r></w:p>")
                .bytes();
        assertThat(words(Kind.WORD.mediaType(), document)).isEqualTo("concrete tests");
        byte[] sheet = new OfficePackage(Kind.SHEET)
                .part(
                        "xl/sharedStrings.xml",
                        "<sst><si><t>one</t></si><si><r><t>tw</t></r><r><t>o</t></r></si></sst>".getBytes(UTF_8))
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><c><v>17</v></c><c><is><t>in</t></is></c></worksheet>".getBytes(UTF_8))
                .bytes();
        assertThat(words(Kind.SHEET.mediaType(), sheet)).isEqualTo("one two in");
        byte[] slides = new OfficePackage(Kind.SLIDES)
                .part("ppt/slides/slide1.xml", "<p><a:t xmlns:a='a'>shown</a:t></p>".getBytes(UTF_8))
                .part("ppt/notesSlides/notesSlide1.xml", "<p><a:t xmlns:a='a'>said</a:t></p>".getBytes(UTF_8))
                .bytes();
        assertThat(words(Kind.SLIDES.mediaType(), slides)).isEqualTo("shown said");
        assertThat(words(
                        ODT,
                        new WrittenText()
                                .body("<text:p>ge<text:span>wapend</text:span><text:line-break/>beton</text:p>")
                                .bytes()))
                .contains("gewapend beton");
    }

    @Test
    void textsAreReadAsTheyAreAndMarkupWithoutItsTags() {
        assertThat(words("text/plain", "b\u00e9ton arm\u00e9".getBytes(UTF_8))).isEqualTo("b\u00e9ton arm\u00e9");
        assertThat(words("text/csv", "dag;sterkte\n28;\"52,5\"".getBytes(UTF_8)))
                .contains("sterkte");
        assertThat(words("application/xml", "<a b='c'><d>inside</d></a>".getBytes(UTF_8)))
                .isEqualTo("inside");
    }

    @Test
    void noMoreIsTakenThanIsWanted() {
        String line = "strength of concrete ".repeat(40);
        assertThat(text("text/plain", line.getBytes(US_ASCII), 100)).contains(line.substring(0, 100));
        assertThat(text(PDF, new PdfSample().text("0123456789".repeat(20)).bytes(), 100))
                .hasValueSatisfying(text -> assertThat(text).hasSize(100));
        byte[] document = new WordDocument()
                .body("<w:p><w:t>" + "word ".repeat(1000) + "</w:t></w:p>")
                .bytes();
        assertThat(text(Kind.WORD.mediaType(), document, 100))
                .hasValueSatisfying(text -> assertThat(text).hasSize(100));
    }

    @Test
    void filesWithoutTextHaveNoneAndOfDamagedOnesNoneIsTaken() {
        for (String type : new String[] {"image/png", "application/zip", "video/mp4"}) {
            assertThat(text(type, new byte[] {1})).contains("");
        }
        byte[] noise = "this is none of it".getBytes(US_ASCII);
        for (String type : new String[] {PDF, ODT, Kind.WORD.mediaType()}) {
            assertThat(text(type, noise)).as(type).isEmpty();
        }
        assertThat(text(PDF, new PdfSample().encrypted("owner", "secret", 128).bytes()))
                .isEmpty();
    }

    @Test
    void whatNobodyWaitsForWaitsForThoseWhoDo() throws IOException {
        Semaphore places = new Semaphore(1, true);
        SpareTurn spare = new SpareTurn(places);
        assertThat(spare.within(places::availablePermits)).isZero();
        assertThat(places.availablePermits()).isEqualTo(1);
        assertThatThrownBy(() -> spare.within(() -> spare.within(() -> 1))).isInstanceOf(ParsersBusy.class);
        places.acquireUninterruptibly();
        assertThatThrownBy(() -> spare.within(() -> 1)).isInstanceOf(ParsersBusy.class);
    }

    @Test
    void childIsTakenBackFromATextThatTakesLongWhenAFileWaitsToBeChecked() throws InterruptedException {
        byte[] endless = new PdfSample()
                .page("Contents", new PdfSample().stream("0 0 m 600 800 l S ".repeat(5_000_000)))
                .bytes();
        CountDownLatch begun = new CountDownLatch(1);
        try (Laboratory small =
                new Laboratory(new Limits(Laboratory.BUDGET, Duration.ofMinutes(1), 384L << 20, 1, 1))) {
            assertThat(small.refusal("a.txt", "checked".getBytes(US_ASCII))).isEmpty();
            CompletableFuture<Optional<String>> text = CompletableFuture.supplyAsync(
                    () -> small.text(PDF, () -> told(endless, begun), endless.length, 1_000));
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(small.refusal("a.txt", "checked".getBytes(US_ASCII))).isEmpty();
            assertThat(text)
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .havingRootCause()
                    .isInstanceOf(ParsersBusy.class);
            assertThat(small.text("text/plain", "next".getBytes(US_ASCII), 9)).contains("next");
        }
    }

    private static SeekableByteChannel told(byte[] bytes, CountDownLatch begun) {
        return new SeekableInMemoryByteChannel(bytes) {
            @Override
            public int read(ByteBuffer target) throws IOException {
                begun.countDown();
                return super.read(target);
            }
        };
    }

    private String words(String mediaType, byte[] bytes) {
        return text(mediaType, bytes).orElseThrow().strip().replaceAll("\\s+", " ");
    }

    private Optional<String> text(String mediaType, byte[] bytes) {
        return text(mediaType, bytes, 10_000);
    }

    private Optional<String> text(String mediaType, byte[] bytes, int most) {
        return laboratory.text(mediaType, bytes, most);
    }
}
