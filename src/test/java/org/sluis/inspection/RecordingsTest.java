package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluis.kernel.Problem;

/** What may be sent as the recording of an exam: the smallest file of each kind. */
class RecordingsTest {

    private static final Set<String> TYPES =
            ShippedCategories.get().named("exam-recording").orElseThrow().types();

    private final Laboratory laboratory = Laboratory.shared();

    static Stream<Arguments> recordings() {
        return Stream.of(
                Arguments.of("a.mp4", "video/mp4", mp4("isom")),
                Arguments.of("a.m4a", "audio/mp4", mp4("M4A ")),
                Arguments.of("a.webm", "video/webm", matroska("webm")),
                Arguments.of("a.mkv", "video/x-matroska", matroska("matroska")),
                Arguments.of("a.mp3", "audio/mpeg", mp3()),
                Arguments.of("a.wav", "audio/vnd.wave", wave()),
                Arguments.of("a.ogg", "audio/ogg", ogg()));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void isKnownByItsContent(String name, String type, byte[] content) {
        Inspection found = laboratory.inspect(name, content, TYPES);
        assertThat(found.refusal()).isEmpty();
        assertThat(found.mediaType()).isEqualTo(type);
        assertThat(found.clean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void isRefusedUnderAnotherNameOrInAnotherCategory(String name, String type, byte[] content) {
        String other = name.equals("a.wav") ? "a.ogg" : "a.wav";
        assertThat(laboratory.inspect(other, content, TYPES).refusal()).contains(Problem.TYPE_MISMATCH);
        assertThat(laboratory.inspect(name, content, Set.of("application/pdf")).refusal())
                .contains(Problem.TYPE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void isRefusedWithAnArchiveBehindIt(String name, String type, byte[] content) {
        byte[] archive = Archive.joined(content, Archive.ofText("x.txt").bytes());
        Optional<Problem> refusal = laboratory.inspect(name, archive, TYPES).refusal();
        assertThat(refusal).isNotEmpty();
    }

    @Test
    void isNoDocument() {
        byte[] text = "28 days: 52,5 N/mm2\n".getBytes(ISO_8859_1);
        assertThat(laboratory.inspect("a.txt", text, TYPES).refusal()).contains(Problem.TYPE_NOT_ALLOWED);
    }

    private static byte[] mp4(String brand) {
        return Archive.joined(
                box("ftyp", brand + "\0\0\0\0" + brand), box("moov", ""), box("mdat", "twenty-eight days"));
    }

    private static byte[] box(String type, String content) {
        return ByteBuffer.allocate(8 + content.length())
                .putInt(8 + content.length())
                .put((type + content).getBytes(ISO_8859_1))
                .array();
    }

    /** A header that names the kind, and an empty segment. */
    private static byte[] matroska(String kind) {
        byte[] header = ByteBuffer.allocate(3 + kind.length())
                .put(new byte[] {0x42, (byte) 0x82, (byte) (0x80 | kind.length())})
                .put(kind.getBytes(ISO_8859_1))
                .array();
        byte[] segment = {0x18, 0x53, (byte) 0x80, 0x67, (byte) 0x82, (byte) 0xEC, (byte) 0x80};
        return ByteBuffer.allocate(5 + header.length + segment.length)
                .put(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, (byte) (0x80 | header.length)})
                .put(header)
                .put(segment)
                .array();
    }

    /** Four silent frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz. */
    private static byte[] mp3() {
        ByteBuffer frames = ByteBuffer.allocate(4 * 417);
        for (int frame = 0; frame < 4; frame++) {
            frames.position(frame * 417);
            frames.putInt(0xFFFB9000);
        }
        return frames.array();
    }

    private static byte[] wave() {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        AudioInputStream silence = new AudioInputStream(
                new ByteArrayInputStream(new byte[800]), new AudioFormat(8000, 16, 1, true, false), 400);
        try {
            AudioSystem.write(silence, AudioFileFormat.Type.WAVE, sound);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sound.toByteArray();
    }

    /** One page with the identification header of Vorbis. */
    private static byte[] ogg() {
        byte[] packet = ByteBuffer.allocate(30)
                .put((byte) 1)
                .put("vorbis".getBytes(ISO_8859_1))
                .array();
        return ByteBuffer.allocate(28 + packet.length)
                .put("OggS\0\6".getBytes(ISO_8859_1))
                .position(26)
                .put((byte) 1)
                .put((byte) packet.length)
                .put(packet)
                .array();
    }
}
