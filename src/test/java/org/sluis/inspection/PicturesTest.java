package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** JPEG and PNG, and what lies behind a picture of any kind (security rows F1, F2, F6, X2). */
class PicturesTest {

    private static final byte[] ARCHIVE = Archive.ofText("a.txt").bytes();
    private static final byte[] SCRIPT = "<script>alert(1)</script>".getBytes(US_ASCII);

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "tiff,image/tiff", "gif,image/gif", "bmp,image/bmp"})
    void pictureOfAProgramPasses(String format, String type) {
        Inspection found = laboratory.inspect("a." + format, Pictures.of(format));
        assertThat(found.objection()).isEmpty();
        assertThat(found.mediaType()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void namesTheArchiveBehindAPicture(String format) {
        Objection objection = refused("a." + format, Archive.joined(Pictures.of(format), ARCHIVE));
        assertThat(objection.rule()).isEqualTo(Rule.TRAILING_DATA);
        assertThat(objection.detected()).contains("application/zip");
    }

    @Test
    void namesTheArchiveWhereThePictureHasNoEnd() {
        Objection objection = refused("a.tiff", Archive.joined(Pictures.of("tiff"), ARCHIVE));
        assertThat(objection.rule()).isEqualTo(Rule.TWO_FORMATS);
        assertThat(objection.detected()).contains("application/zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void namesTheScriptBehindAPicture(String format) {
        Objection objection = refused("a." + format, Archive.joined(Pictures.of(format), SCRIPT));
        assertThat(objection.rule()).isEqualTo(Rule.TRAILING_DATA);
        assertThat(objection.detected()).contains("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tiff", "gif", "bmp"})
    void pictureThatIsCutIsDamaged(String format) {
        byte[] picture = Pictures.of(format);
        byte[] cut = Arrays.copyOf(picture, picture.length - 40);
        assertThat(refused("a." + format, cut).rule()).isEqualTo(Rule.DAMAGED);
    }

    @ParameterizedTest
    @CsvSource({
        "jpg,png,image/jpeg",
        "png,gif,image/png",
        "gif,jpg,image/gif",
        "bmp,png,image/bmp",
        "tiff,jpg,image/tiff"
    })
    void pictureUnderAnotherNameIsRefusedSayingWhatItIs(String format, String name, String type) {
        Objection objection = refused("a." + name, Pictures.of(format));
        assertThat(objection.rule()).isEqualTo(Rule.EXTENSION);
        assertThat(objection.detected()).contains(type);
    }

    static Stream<Arguments> commentsThatAreFiles() {
        return Stream.of(
                Arguments.of("<script>alert(1)</script>", "text/html"),
                Arguments.of("%PDF-1.4", "application/pdf"),
                Arguments.of("Rar!\u001a\u0007\u0001", "application/x-rar-compressed"),
                Arguments.of("7z\u00bc\u00af'\u001c", "application/x-7z-compressed"));
    }

    @ParameterizedTest
    @MethodSource("commentsThatAreFiles")
    void commentThatIsAnotherFileIsNamed(String comment, String type) {
        byte[] picture = Pictures.withComment(Pictures.of("jpg"), comment);
        Objection objection = refused("a.jpg", picture);
        assertThat(objection.rule()).isEqualTo(Rule.TWO_FORMATS);
        assertThat(objection.detected()).contains(type);
    }

    @Test
    void lengthThatLooksLikeACommentIsALength() {
        byte[] exif = new byte[0x2f2a - 2];
        System.arraycopy("Exif\0\0MM\0*\0\0\0\10".getBytes(US_ASCII), 0, exif, 0, 14);
        System.arraycopy("*/".getBytes(US_ASCII), 0, exif, 5000, 2);
        byte[] picture = Pictures.withSegment(Pictures.of("jpg"), 0xe1, exif);
        assertThat(laboratory.inspect("a.jpg", picture).objection()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/=1;alert(1)/*", "*/ = alert(1)//", "*/\nalert(1)/*"})
    void pictureThatIsAScriptAtTheSameTimeIsRefused(String program) {
        byte[] segment = new byte[0x2f2a - 2];
        byte[] text = program.getBytes(US_ASCII);
        System.arraycopy(text, 0, segment, 4000, text.length);
        byte[] picture = Pictures.withSegment(Pictures.of("jpg"), 0xe0, segment);
        Objection objection = refused("a.jpg", picture);
        assertThat(objection.rule()).isEqualTo(Rule.TWO_FORMATS);
        assertThat(objection.detected()).contains("text/javascript");
    }

    @Test
    void whatCamerasPutBehindAPhotographPasses() {
        byte[] photograph = Pictures.of("jpg");
        passes(photograph, new byte[7], photograph, photograph);
        passes(photograph, Boxes.film("isom"));
        passes(photograph, Boxes.film("isom"), samsung("Image_UTC_Data"));
        passes(photograph, "Cube 7, 28 days".getBytes(US_ASCII));
        passes(photograph, "NikonNX\0".getBytes(US_ASCII), randomBytes(300_000));
        passes(photograph, "AXS!*.AFCP".getBytes(US_ASCII), randomBytes(500));
        passes(photograph, Arrays.copyOf(photograph, photograph.length - 40));
        byte[] padding = new byte[9000];
        Arrays.fill(padding, (byte) 0xff);
        passes(photograph, padding);
    }

    static Stream<Arguments> marksOfFiles() {
        return Stream.of(
                Arguments.of("%PDF-1.7", "application/pdf"),
                Arguments.of("Rar!\u001a\u0007\u0001", "application/x-rar-compressed"),
                Arguments.of("7z\u00bc\u00af'\u001c", "application/x-7z-compressed"),
                Arguments.of("\u007fELF\u0002\u0001\u0001", "application/x-executable"),
                Arguments.of("<?php phpinfo();", "text/html"),
                Arguments.of("<HTML><body>", "text/html"),
                Arguments.of("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/x-tika-msoffice"));
    }

    @ParameterizedTest
    @MethodSource("marksOfFiles")
    void fileAmongTheNotesOfACameraIsNamed(String mark, String type) {
        byte[] notes = Archive.joined(randomBytes(70_000), mark.getBytes(ISO_8859_1), randomBytes(900));
        Objection objection = refused("a.jpg", Archive.joined(Pictures.of("jpg"), notes));
        assertThat(objection.rule()).isEqualTo(Rule.TRAILING_DATA);
        assertThat(objection.detected()).contains(type);
    }

    @Test
    void programAndArchiveWithoutDirectoryAmongTheNotesAreNamed() {
        byte[] program = new byte[200];
        System.arraycopy("MZ".getBytes(US_ASCII), 0, program, 0, 2);
        program[60] = (byte) 128;
        System.arraycopy("PE".getBytes(US_ASCII), 0, program, 128, 2);
        byte[] notes = randomBytes(100);
        assertThat(refused("a.jpg", Archive.joined(Pictures.of("jpg"), notes, program))
                        .detected())
                .contains("application/x-executable");
        byte[] member = Arrays.copyOf(ARCHIVE, 60);
        assertThat(refused("a.jpg", Archive.joined(Pictures.of("jpg"), notes, member))
                        .detected())
                .contains("application/zip");
    }

    /** A motion photo has some megabytes of compressed film behind it: no mark may be found in it by chance. */
    @Test
    void compressedDataHoldsNoMarkByChance() {
        passes(Pictures.of("jpg"), randomBytes(8_000_000));
    }

    @Test
    void onlyPaddingMayFollowOtherPictures() {
        assertThat(laboratory
                        .inspect("a.png", Archive.joined(Pictures.of("png"), new byte[20]))
                        .objection())
                .isEmpty();
        byte[] notes = Archive.joined(Pictures.of("png"), "notes".getBytes(US_ASCII));
        assertThat(refused("a.png", notes).rule()).isEqualTo(Rule.TRAILING_DATA);
        byte[] long64 = Archive.joined(Pictures.of("png"), new byte[70_000]);
        assertThat(refused("a.png", long64).rule()).isEqualTo(Rule.TRAILING_DATA);
    }

    @Test
    void pictureThatAnnouncesTerabytesIsTooLarge() {
        byte[] picture = Pictures.of("png");
        ByteBuffer header = ByteBuffer.wrap(picture);
        header.putInt(16, 2_000_000).putInt(20, 2_000_000);
        CRC32 checksum = new CRC32();
        checksum.update(picture, 12, 17);
        header.putInt(29, (int) checksum.getValue());
        assertThat(refused("a.png", picture).rule()).isEqualTo(Rule.PICTURE_SIZE);
    }

    @Test
    void picturesOfIphoneProgramsAreAVariantNobodyReads() {
        byte[] picture = Pictures.of("png");
        byte[] chunk = {0, 0, 0, 4, 'C', 'g', 'B', 'I', 0x50, 0, 0x20, 2, 0x2b, (byte) 0xd5, (byte) 0xb3, 0x7f};
        CRC32 checksum = new CRC32();
        checksum.update(chunk, 4, 8);
        ByteBuffer.wrap(chunk).putInt(12, (int) checksum.getValue());
        assertThat(refused("a.png", Pictures.inserted(picture, 8, chunk)).rule())
                .isEqualTo(Rule.VARIANT);
    }

    @Test
    void copyOfAnIdentityDocumentMayBeAPhotographOfAPhone() {
        Set<String> types =
                ShippedCategories.get().named("identity-copy").orElseThrow().types();
        assertThat(laboratory.inspect("a.heic", Boxes.picture("heic"), types).objection())
                .isEmpty();
        Optional<Objection> moving =
                laboratory.inspect("a.gif", Pictures.of("gif"), types).objection();
        assertThat(moving.map(Objection::rule)).contains(Rule.TYPE_NOT_TAKEN);
    }

    private void passes(byte[]... parts) {
        assertThat(laboratory.inspect("a.jpg", Archive.joined(parts)).objection())
                .isEmpty();
    }

    private Objection refused(String name, byte[] bytes) {
        return laboratory.inspect(name, bytes).objection().orElseThrow();
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7919).nextBytes(bytes);
        return bytes;
    }

    /** The trailer of Samsung's cameras with one block. */
    private static byte[] samsung(String name) {
        byte[] letters = name.getBytes(US_ASCII);
        int block = 8 + letters.length;
        return ByteBuffer.allocate(block + 12 + 12 + 8)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort((short) 0x0a01)
                .putInt(letters.length)
                .put(letters)
                .put("SEFH".getBytes(US_ASCII))
                .putInt(101)
                .putInt(1)
                .putInt(0x0a010000)
                .putInt(block)
                .putInt(block)
                .putInt(24)
                .put("SEFT".getBytes(US_ASCII))
                .array();
    }
}
