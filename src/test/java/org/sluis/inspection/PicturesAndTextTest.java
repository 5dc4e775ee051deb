package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;

/** Pictures, sound and text: whole, alone, and nothing else at the same time (security rows F1, F2, F6, X2). */
class PicturesAndTextTest {

    private static final byte[] ARCHIVE = Archive.ofText("a.txt").bytes();
    private static final byte[] SCRIPT = "<script>alert(1)</script>".getBytes(US_ASCII);

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "tiff,image/tiff"})
    void pictureOfAProgramPasses(String format, String type) throws IOException {
        Inspection found = laboratory.inspect("a." + format, picture(format));
        assertThat(found.refusal()).isEmpty();
        assertThat(found.mediaType()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tiff"})
    void archiveBehindAPictureIsFound(String format) throws IOException {
        assertThat(laboratory.refusal("a." + format, Archive.joined(picture(format), ARCHIVE)))
                .contains(Problem.TYPE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void scriptBehindAPictureIsFound(String format) throws IOException {
        assertThat(laboratory.refusal("a." + format, Archive.joined(picture(format), SCRIPT)))
                .contains(Problem.TYPE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tiff"})
    void truncatedPictureIsUnreadable(String format) throws IOException {
        byte[] picture = picture(format);
        assertThat(laboratory.refusal("a." + format, Arrays.copyOf(picture, picture.length - 40)))
                .contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void pictureOfAnotherFormatOrWithPageIsRefused() throws IOException {
        assertThat(laboratory.refusal("a.gif", picture("gif"))).contains(Problem.TYPE_NOT_ALLOWED);
        assertThat(laboratory.refusal("a.gif", Archive.joined(picture("gif"), ARCHIVE)))
                .contains(Problem.TYPE_NOT_ALLOWED);
        byte[] comment = segment(0xfe, SCRIPT);
        assertThat(laboratory.refusal("a.jpg", inserted(picture("jpg"), 2, comment)))
                .contains(Problem.TYPE_MISMATCH);
        byte[] document = segment(0xfe, "%PDF-1.4".getBytes(US_ASCII));
        assertThat(laboratory.refusal("a.jpg", inserted(picture("jpg"), 2, document)))
                .contains(Problem.TYPE_MISMATCH);
        byte[] script = segment(0xfe, "/*x".getBytes(US_ASCII));
        assertThat(laboratory.refusal("a.jpg", inserted(picture("jpg"), 2, script)))
                .contains(Problem.TYPE_MISMATCH);
    }

    @Test
    void whatPhonesPutBehindAPhotographPasses() throws IOException {
        byte[] photograph = picture("jpg");
        byte[] depth = Archive.joined(photograph, new byte[7], photograph, photograph);
        assertThat(laboratory.refusal("a.jpg", depth)).isEmpty();
        byte[] video = Archive.joined(box("ftyp", "isom0000"), box("moov", ""), box("mdat", "x"));
        assertThat(laboratory.refusal("a.jpg", Archive.joined(photograph, video)))
                .isEmpty();
        assertThat(laboratory.refusal("a.jpg", Archive.joined(photograph, samsung("Image_UTC_Data"))))
                .isEmpty();
        byte[] hidden = Archive.joined(photograph, "hidden".getBytes(US_ASCII), samsung("Image_UTC_Data"));
        assertThat(laboratory.refusal("a.jpg", hidden)).contains(Problem.TYPE_MISMATCH);
        assertThat(laboratory.refusal("a.jpg", Archive.joined(photograph, video, ARCHIVE)))
                .isNotEmpty();
    }

    @Test
    void pictureThatAnnouncesTerabytesIsTooComplex() throws IOException {
        byte[] picture = picture("png");
        ByteBuffer header = ByteBuffer.wrap(picture);
        header.putInt(16, 2_000_000).putInt(20, 2_000_000);
        CRC32 checksum = new CRC32();
        checksum.update(picture, 12, 17);
        header.putInt(29, (int) checksum.getValue());
        assertThat(laboratory.refusal("a.png", picture)).contains(Problem.TOO_COMPLEX);
    }

    @Test
    void pictureThatLoopsIsUnreadable() throws IOException {
        byte[] loop = ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, '*', 0, 0, 0, 8, 0, 1})
                .put(new byte[] {1, 0, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 8})
                .array();
        assertThat(laboratory.refusal("a.tif", loop)).contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void soundAndFilmAreWholeAndAlone() throws IOException {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        AudioInputStream silence = new AudioInputStream(
                new java.io.ByteArrayInputStream(new byte[800]), new AudioFormat(8000, 16, 1, true, false), 400);
        AudioSystem.write(silence, AudioFileFormat.Type.WAVE, sound);
        assertThat(laboratory.refusal("a.wav", sound.toByteArray())).isEmpty();
        assertThat(laboratory.refusal("a.wav", Archive.joined(sound.toByteArray(), ARCHIVE)))
                .contains(Problem.TYPE_MISMATCH);
        byte[] film = Archive.joined(box("ftyp", "isom0000"), box("moov", ""), box("mdat", "x"));
        assertThat(laboratory.refusal("a.mp4", film)).isEmpty();
        assertThat(laboratory.refusal("a.mp4", Archive.joined(film, ARCHIVE))).isNotEmpty();
        assertThat(laboratory.refusal(
                        "a.mp4",
                        Archive.joined(film, box("free", "x".repeat(200)).clone(), SCRIPT)))
                .isNotEmpty();
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 1_200; pixel++) {
            image.setRGB(pixel % 40, pixel / 40, pixel * 7919);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    private static byte[] inserted(byte[] bytes, int position, byte[] more) {
        return Archive.joined(Arrays.copyOf(bytes, position), more, Arrays.copyOfRange(bytes, position, bytes.length));
    }

    private static byte[] box(String type, String content) {
        byte[] bytes = content.getBytes(US_ASCII);
        return ByteBuffer.allocate(bytes.length + 8)
                .putInt(bytes.length + 8)
                .put(type.getBytes(US_ASCII))
                .put(bytes)
                .array();
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
