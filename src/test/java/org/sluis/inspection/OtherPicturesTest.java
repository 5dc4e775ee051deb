package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** HEIF, WebP, BMP and GIF: their structure to the last byte, and nothing else at the same time. */
class OtherPicturesTest {

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @CsvSource({"heic,a.heic", "heix,a.hif", "mif1,a.heif", "msf1,a.heic", "hevc,a.heic"})
    void photographsOfPhonesPass(String brand, String name) {
        Inspection found = laboratory.inspect(name, Boxes.picture(brand, "heic"));
        assertThat(found.objection()).isEmpty();
        assertThat(found.mediaType()).isEqualTo("image/heic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.png", "a.mp4", "a.pdf"})
    void photographOfAPhoneUnderAnotherNameIsRefusedSayingWhatItIs(String name) {
        Objection objection =
                laboratory.inspect(name, Boxes.picture("heic")).objection().orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.EXTENSION);
        assertThat(objection.detected()).contains("image/heic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"avif", "mif1"})
    void avifIsKnownAndNotTaken(String brand) {
        Objection objection = laboratory
                .inspect("a.heif", Boxes.picture(brand, "avif"))
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.TYPE_NOT_TAKEN);
        assertThat(objection.detected()).contains("image/avif");
    }

    @Test
    void photographThatIsCutOrHasNoDescriptionIsDamaged() {
        byte[] picture = Boxes.picture("heic");
        assertThat(rule("a.heic", Arrays.copyOf(picture, picture.length - 5))).contains(Rule.DAMAGED);
        assertThat(rule("a.heic", Archive.joined(Boxes.brand("heic"), Boxes.samples())))
                .contains(Rule.DAMAGED);
    }

    @Test
    void archiveBehindAPhotographIsRefused() {
        byte[] both =
                Archive.joined(Boxes.picture("heic"), Archive.ofText("a.txt").bytes());
        assertThat(rule("a.heic", both)).contains(Rule.TRAILING_DATA);
    }

    @Test
    void webpPassesWholeAndAlone() {
        byte[] extended = webp(chunk("VP8X", new byte[10]), chunk("EXIF", new byte[5]), chunk("VP8 ", new byte[12]));
        assertThat(rule("a.webp", extended)).isEmpty();
        assertThat(rule("a.webp", webp(chunk("VP8L", new byte[7])))).isEmpty();
        assertThat(rule(
                        "a.webp",
                        Archive.joined(extended, Archive.ofText("a.txt").bytes())))
                .contains(Rule.TRAILING_DATA);
        assertThat(rule("a.webp", Arrays.copyOf(extended, extended.length - 3))).contains(Rule.DAMAGED);
        assertThat(rule("a.webp", webp(chunk("JUNK", new byte[7]), chunk("VP8 ", new byte[2]))))
                .contains(Rule.DAMAGED);
        assertThat(rule("a.webp", webp(chunk("VP8X", new byte[10])))).contains(Rule.DAMAGED);
    }

    @Test
    void webpCanvasOfTerabytesIsTooLarge() {
        byte[] canvas = new byte[10];
        Arrays.fill(canvas, 4, 10, (byte) 0xff);
        assertThat(rule("a.webp", webp(chunk("VP8X", canvas), chunk("VP8 ", new byte[2]))))
                .contains(Rule.PICTURE_SIZE);
    }

    @Test
    void bmpMayLieAboutItsLength() {
        byte[] picture = Pictures.of("bmp");
        assertThat(rule("a.bmp", Archive.patched(picture, 2, 0, 0, 0, 0))).isEmpty();
        assertThat(rule("a.bmp", Archive.patched(picture, 2, 0xff, 0xff, 0xff, 0x7f)))
                .isEmpty();
    }

    @Test
    void bmpUpsideDownAndOfTheFirstKindPasses() {
        byte[] picture = Pictures.of("bmp");
        assertThat(rule("a.bmp", Archive.patched(picture, 22, 0xe2, 0xff, 0xff, 0xff)))
                .isEmpty();
        ByteBuffer first = ByteBuffer.allocate(26 + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("BM".getBytes(ISO_8859_1))
                .putInt(34)
                .putInt(0)
                .putInt(26)
                .putInt(12)
                .putShort((short) 2)
                .putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 24);
        assertThat(rule("a.bmp", first.array())).isEmpty();
    }

    @Test
    void bmpThatAnnouncesTerabytesIsTooLarge() {
        byte[] picture = Archive.patched(Pictures.of("bmp"), 18, 0, 0, 0, 1, 0, 0, 0, 1);
        assertThat(rule("a.bmp", picture)).contains(Rule.PICTURE_SIZE);
    }

    @Test
    void gifMayHaveCommentsButNoPageInOne() {
        assertThat(rule("a.gif", withComment("Cube 7, 28 days"))).isEmpty();
        byte[] late = withComment("x".repeat(2000) + " <script>alert(1)</script>");
        Objection objection = laboratory.inspect("a.gif", late).objection().orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.TWO_FORMATS);
        assertThat(objection.detected()).contains("text/html");
        assertThat(objection.part()).contains("comment");
    }

    @Test
    void gifThatIsAScriptAtTheSameTimeIsRefused() {
        byte[] picture = Archive.patched(withComment("*/=1;alert(1)/*"), 6, '/', '*');
        Objection objection = laboratory.inspect("a.gif", picture).objection().orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.TWO_FORMATS);
        assertThat(objection.detected()).contains("text/javascript");
        assertThat(rule("a.gif", Archive.patched(withComment("plain"), 6, '/', '*')))
                .isEmpty();
    }

    private Optional<Rule> rule(String name, byte[] bytes) {
        return laboratory.inspect(name, bytes).objection().map(Objection::rule);
    }

    /** Behind the table of colours. */
    private static byte[] withComment(String text) {
        byte[] picture = Pictures.of("gif");
        int table = (picture[10] & 0x80) == 0 ? 0 : 3 << ((picture[10] & 7) + 1);
        return Pictures.inserted(picture, 13 + table, comment(text));
    }

    private static byte[] comment(String text) {
        byte[] comment = {0x21, (byte) 0xfe};
        for (int start = 0; start < text.length(); start += 200) {
            byte[] piece =
                    text.substring(start, Math.min(text.length(), start + 200)).getBytes(ISO_8859_1);
            comment = Archive.joined(comment, new byte[] {(byte) piece.length}, piece);
        }
        return Archive.joined(comment, new byte[1]);
    }

    private static byte[] webp(byte[]... chunks) {
        byte[] body = Archive.joined(chunks);
        return Archive.joined(chunk("RIFF", Archive.joined("WEBP".getBytes(ISO_8859_1), body)));
    }

    private static byte[] chunk(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }
}
