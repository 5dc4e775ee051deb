package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.Parsers.Limits;
import org.sluis.inspection.parsing.Glance;

/** What is shown of a file to somebody who does not get it: pictures and text made by a real child, within bounds. */
class PreviewsTest {

    private static final String PDF = "application/pdf";

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void pageOfADocumentBecomesAPictureOfTheWidthThatIsAskedFor() {
        byte[] document = new PdfSample().pages(3).text("28 days: 52,5 N/mm2").bytes();
        Preview preview = shown(PDF, document, Glance.picture(1, 400, ""));
        assertThat(preview.pages()).isEqualTo(3);
        BufferedImage picture = picture(preview);
        assertThat(picture.getWidth()).isBetween(399, 400);
        assertThat(picture.getHeight()).isBetween(516, 518);
        assertThat(ink(picture)).isPositive();
        assertThat(ink(picture(shown(PDF, document, Glance.picture(2, 400, "")))))
                .isZero();
        Preview outline = shown(PDF, document, Glance.outline(1, 400));
        assertThat(outline.pages()).isEqualTo(3);
        assertThat(outline.size()).containsExactly(picture.getWidth(), picture.getHeight());
    }

    @Test
    void pageThatIsNotThereHasNoPicture() {
        byte[] document = new PdfSample().pages(3).bytes();
        for (int page : List.of(0, 4, -1, Integer.MAX_VALUE, Integer.MIN_VALUE)) {
            assertThat(shown(PDF, document, Glance.picture(page, 400, "")).picture())
                    .isEmpty();
        }
    }

    @Test
    void wordsStandAllOverThePicture() {
        byte[] document = new PdfSample().bytes();
        BufferedImage picture = picture(shown(PDF, document, Glance.picture(1, 800, "Zoë Peeters · 30 Nov 2026")));
        int half = picture.getHeight() / 2;
        assertThat(ink(picture.getSubimage(0, 0, 800 - 1, half))).isPositive();
        assertThat(ink(picture.getSubimage(0, half, 800 - 1, half))).isPositive();
    }

    @Test
    void pagesOfAnySizeStayWithinBounds() {
        for (float[] size : new float[][] {{1e9f, 1e9f}, {1, 1e7f}, {1e7f, 1}, {0.001f, 0.001f}, {14_400, 14_400}}) {
            byte[] document = new PdfSample().page("MediaBox", box(size)).bytes();
            BufferedImage picture = picture(shown(PDF, document, Glance.picture(1, 1_000_000, "somebody")));
            assertThat(picture.getWidth()).isLessThanOrEqualTo(Glance.MOST_WIDTH);
            assertThat(picture.getHeight()).isLessThanOrEqualTo(Glance.MOST_HEIGHT);
        }
    }

    /** What says in itself how it is coloured (JPEG 2000) need not be told, and may be coloured in a way that nobody knows. */
    @Test
    void pictureInAFormatThatCannotBeReadIsNotLeftOutInSilence() {
        List<Map<COSName, COSBase>> unreadable = List.of(
                Map.of(COSName.FILTER, COSName.JBIG2_DECODE, COSName.COLORSPACE, COSName.DEVICEGRAY),
                Map.of(COSName.FILTER, COSName.JPX_DECODE),
                Map.of(COSName.COLORSPACE, COSName.getPDFName("Nonsense")));
        for (Map<COSName, COSBase> format : unreadable) {
            PdfSample sample = new PdfSample();
            COSStream scan = sample.stream("no picture");
            scan.setItem(COSName.TYPE, COSName.XOBJECT);
            scan.setItem(COSName.SUBTYPE, COSName.IMAGE);
            scan.setInt(COSName.WIDTH, 10);
            scan.setInt(COSName.HEIGHT, 10);
            scan.setInt(COSName.BITS_PER_COMPONENT, 1);
            format.forEach(scan::setItem);
            COSDictionary objects = PdfSample.dictionary();
            objects.setItem(COSName.getPDFName("Scan"), scan);
            COSDictionary resources = PdfSample.dictionary();
            resources.setItem(COSName.XOBJECT, objects);
            byte[] document = sample.page("Resources", resources)
                    .page("Contents", sample.stream("100 0 0 100 0 0 cm /Scan Do"))
                    .bytes();
            assertThat(laboratory.show(PDF, document, Glance.picture(1, 400, "")))
                    .as(format.toString())
                    .isEmpty();
        }
    }

    @Test
    void damagedLockedAndForeignFilesAreNotShown() {
        byte[] noise = "this is none of it".getBytes(US_ASCII);
        for (String type : List.of(PDF, "image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp")) {
            assertThat(laboratory.show(type, noise, Glance.picture(1, 400, "")))
                    .as(type)
                    .isEmpty();
        }
        byte[] locked = new PdfSample().encrypted("owner", "secret", 128).bytes();
        assertThat(laboratory.show(PDF, locked, Glance.outline(1, 400))).isEmpty();
        assertThat(laboratory.show("image/heic", noise, Glance.outline(1, 400))).isEmpty();
        assertThat(laboratory.show("application/zip", noise, Glance.text())).isEmpty();
    }

    @Test
    void picturesAreMadeAnewAndNoLargerThanTheyAre() {
        for (String format : List.of("png", "jpeg", "gif", "bmp", "tiff")) {
            byte[] original = Pictures.of(format);
            Preview preview = shown("image/" + format, original, Glance.picture(1, 800, ""));
            assertThat(preview.pages()).isEqualTo(1);
            assertThat(preview.pictureType()).isEqualTo("image/png");
            assertThat(picture(preview).getWidth()).as(format).isEqualTo(40);
            assertThat(picture(shown("image/" + format, original, Glance.picture(1, 20, "")))
                            .getWidth())
                    .as(format)
                    .isEqualTo(20);
        }
        byte[] place = Pictures.withComment(Pictures.of("jpeg"), "taken at 51.2 N 2.9 E");
        assertThat(new String(
                        shown("image/jpeg", place, Glance.picture(1, 800, "")).picture(), ISO_8859_1))
                .doesNotContain("taken at");
    }

    @Test
    void webpIsDrawnWhetherItLostAnythingOrNot() {
        for (byte[] original : List.of(Pictures.webp(), Pictures.losslessWebp())) {
            for (int width : List.of(64, 8)) {
                BufferedImage picture = picture(shown("image/webp", original, Glance.picture(1, width, "")));
                assertThat(picture.getWidth()).isEqualTo(width);
                int middle = picture.getRGB(width / 4, picture.getHeight() / 2);
                assertThat(middle >> 16 & 0xff).as("red on the left").isGreaterThan(200);
                assertThat(middle & 0xff).isLessThan(60);
            }
        }
        byte[] cut = Arrays.copyOf(Pictures.losslessWebp(), 30);
        assertThat(laboratory.show("image/webp", cut, Glance.picture(1, 64, "")))
                .isEmpty();
    }

    @Test
    void pictureOfACameraThatWasTurnedStandsUpright() {
        byte[] turned = ByteBuffer.allocate(32)
                .put("Exif\0\0MM\0*".getBytes(US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .array();
        BufferedImage picture = picture(shown(
                "image/jpeg", Pictures.withSegment(Pictures.of("jpeg"), 0xe1, turned), Glance.picture(1, 800, "")));
        assertThat(picture.getWidth()).isEqualTo(30);
        assertThat(picture.getHeight()).isEqualTo(40);
    }

    @Test
    void textIsShownAsItIsRead() {
        assertThat(text("text/plain", "\ufeffbéton\r\n\u001b[31mred\u001b[0m\u0007\tend".getBytes(UTF_8)))
                .isEqualTo("béton\nred\tend");
        assertThat(text("text/plain", "béton".getBytes(ISO_8859_1))).isEqualTo("béton");
        assertThat(text("text/plain", "\ufeffbéton".getBytes(UTF_16LE))).isEqualTo("béton");
        Preview lengthy = shown("text/plain", "é".repeat(300_000).getBytes(UTF_8), Glance.text());
        assertThat(lengthy.more()).isTrue();
        assertThat(lengthy.text())
                .hasSizeGreaterThan(100_000)
                .contains("éé".repeat(50_000))
                .doesNotContain("Ã");
    }

    @Test
    void tableIsDividedIntoRowsAndCells() {
        assertThat(rows("text/csv", "a,b\n\"1,5\",\"say \"\"yes\"\"\"\n,\n"))
                .containsExactly(List.of("a", "b"), List.of("1,5", "say \"yes\""), List.of("", ""));
        assertThat(rows("text/csv", "dag;sterkte\n28;\"52,5\n(dry)\"\n"))
                .containsExactly(List.of("dag", "sterkte"), List.of("28", "52,5\n(dry)"));
        assertThat(rows("text/csv", "sep=|\na|b,c\n")).containsExactly(List.of("a", "b,c"));
        assertThat(rows("text/tab-separated-values", "a,a\tb\n")).containsExactly(List.of("a,a", "b"));
        Preview large = shown("text/csv", "1,2\n".repeat(2_000).getBytes(US_ASCII), Glance.text());
        assertThat(large.rows()).hasSize(500);
        assertThat(large.more()).isTrue();
    }

    @Test
    void documentThatCostsTooMuchIsNotShownAndTheNextOneIs() {
        byte[] endless = new PdfSample()
                .page("Contents", new PdfSample().stream("0 0 m 600 800 l S ".repeat(3_000_000)))
                .bytes();
        try (Laboratory hasty =
                new Laboratory(new Limits(Laboratory.BUDGET, Duration.ofMillis(1_500), 128L << 20, 1, 1))) {
            assertThat(hasty.show(PDF, endless, Glance.picture(1, 1600, ""))).isEmpty();
            assertThat(hasty.show("text/plain", "next".getBytes(US_ASCII), Glance.text())
                            .map(Preview::text))
                    .contains("next");
        }
    }

    @Test
    void pageThatChildrenPractiseOnCanBeDrawn() throws IOException {
        ParseRequest practice = Practice.request();
        ByteBuffer page = ByteBuffer.allocate((int) practice.size());
        practice.content().read(page);
        assertThat(ink(picture(shown(PDF, page.array(), Practice.GLANCE)))).isPositive();
    }

    /** Half of the children are left to the checks. */
    @Test
    void previewsNeverTakeAllChildren() throws IOException {
        Semaphore places = new Semaphore(4, true);
        PreviewTurns turns = new PreviewTurns(4, places);
        int left = turns.within(() -> turns.within(places::availablePermits));
        assertThat(left).isEqualTo(2);
        assertThat(places.availablePermits()).isEqualTo(4);
    }

    private Preview shown(String type, byte[] bytes, Glance glance) {
        Optional<Preview> preview = laboratory.show(type, bytes, glance);
        assertThat(preview).as(type).isPresent();
        return preview.orElseThrow();
    }

    private String text(String type, byte[] bytes) {
        return shown(type, bytes, Glance.text()).text();
    }

    private List<List<String>> rows(String type, String table) {
        return cells(shown(type, table.getBytes(UTF_8), Glance.text()));
    }

    private static List<List<String>> cells(Preview table) {
        return table.rows().stream().map(Preview.Row::cells).toList();
    }

    private static BufferedImage picture(Preview preview) {
        try {
            return ImageIO.read(new ByteArrayInputStream(preview.picture()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static long ink(BufferedImage picture) {
        long dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                dark += (picture.getRGB(x, y) & 0xff) < 0xf0 ? 1 : 0;
            }
        }
        return dark;
    }

    private static COSArray box(float[] size) {
        COSArray box = new COSArray();
        box.add(COSInteger.ZERO);
        box.add(COSInteger.ZERO);
        box.add(new COSFloat(size[0]));
        box.add(new COSFloat(size[1]));
        return box;
    }
}
