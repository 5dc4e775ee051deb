package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Problem;

/** What may be sent as the recording of an exam: the smallest file of each kind. */
class RecordingsTest {

    private static final Set<String> TYPES =
            ShippedCategories.get().named("exam-recording").orElseThrow().types();

    private final Laboratory laboratory = Laboratory.shared();

    static Stream<Arguments> recordings() {
        return Stream.of(
                Arguments.of("a.mp4", "video/mp4", Boxes.film("isom")),
                Arguments.of("a.m4a", "audio/mp4", Boxes.sound("M4A ")),
                Arguments.of("a.mov", "video/quicktime", Boxes.film("qt  ")),
                Arguments.of("a.3gp", "video/3gpp", Boxes.film("3gp5")),
                Arguments.of("a.webm", "video/webm", matroska("webm")),
                Arguments.of("a.mkv", "video/x-matroska", matroska("matroska")),
                Arguments.of("a.mp3", "audio/mpeg", mp3()),
                Arguments.of("a.wav", "audio/vnd.wave", wave()),
                Arguments.of("a.opus", "audio/ogg", ogg("OpusHead")),
                Arguments.of("a.ogg", "audio/ogg", ogg("\1vorbis")));
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
        assertThat(rule("a.txt", text)).contains(Rule.TYPE_NOT_TAKEN);
    }

    /** Two streams of sound frames in one file are sound; one of pictures makes it a film. */
    @Test
    void filmInOggIsKnownAndNotTaken() {
        Objection objection = laboratory
                .inspect("a.ogg", Archive.joined(ogg("\1vorbis"), ogg("\u0080theora")), TYPES)
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.TYPE_NOT_TAKEN);
        assertThat(objection.detected()).contains("video/ogg");
    }

    @Test
    void oggMayEndInTheMiddleOfAPageAndBeChained() {
        byte[] sound = ogg("\1vorbis");
        assertThat(rule("a.ogg", Archive.joined(sound, sound))).isEmpty();
        assertThat(rule("a.ogg", Arrays.copyOf(Archive.joined(sound, sound), sound.length * 2 - 9)))
                .isEmpty();
        assertThat(rule("a.ogg", Archive.joined(sound, "x".getBytes(ISO_8859_1), sound)))
                .contains(Rule.TRAILING_DATA);
    }

    @Test
    void waveOfUnknownLengthRunsToTheEnd() {
        byte[] sound = wave();
        byte[] piped = Archive.patched(Archive.patched(sound, 4, 255, 255, 255, 255), 40, 255, 255, 255, 255);
        assertThat(rule("a.wav", piped)).isEmpty();
        byte[] crashed = Archive.patched(sound, 4, 0, 0, 0, 0);
        assertThat(rule("a.wav", crashed)).isEmpty();
        byte[] large = Archive.patched(piped, 0, 'R', 'F', '6', '4');
        assertThat(rule("a.wav", large)).isEmpty();
    }

    @Test
    void waveThatIsCutOrHasMoreBehindItIsRefused() {
        byte[] sound = wave();
        assertThat(rule("a.wav", Arrays.copyOf(sound, sound.length - 9))).contains(Rule.DAMAGED);
        assertThat(rule("a.wav", Archive.joined(sound, "more".getBytes(ISO_8859_1))))
                .contains(Rule.TRAILING_DATA);
    }

    @Test
    void framesOfMp3MayFollowTagsAndZeros() {
        byte[] tag = {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 5, 1, 2, 3, 4, 5};
        assertThat(rule("a.mp3", Archive.joined(tag, new byte[900], mp3()))).isEmpty();
        assertThat(rule("a.mp3", Archive.joined(new byte[900], mp3()))).isEmpty();
        assertThat(rule("a.mp3", Archive.joined(tag, tag, mp3(), "TAG".getBytes(ISO_8859_1), new byte[125])))
                .isEmpty();
        assertThat(rule("a.mp3", Archive.joined(tag, "nothing that sounds".getBytes(ISO_8859_1))))
                .contains(Rule.DAMAGED);
    }

    /** A header that names the kind, and a segment with nothing in it. */
    private static byte[] matroska(String kind) {
        return Archive.joined(Ebml.header(kind), Ebml.element(Ebml.SEGMENT, Ebml.element(Ebml.VOID)));
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

    /** One page that begins a stream with this packet. */
    private static byte[] ogg(String codec) {
        byte[] packet = Arrays.copyOf(codec.getBytes(ISO_8859_1), 30);
        return ByteBuffer.allocate(28 + packet.length)
                .put("OggS\0\2".getBytes(ISO_8859_1))
                .position(26)
                .put((byte) 1)
                .put((byte) packet.length)
                .put(packet)
                .array();
    }

    private Optional<Rule> rule(String name, byte[] bytes) {
        return laboratory.inspect(name, bytes, TYPES).objection().map(Objection::rule);
    }
}
