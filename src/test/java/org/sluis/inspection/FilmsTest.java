package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Films and sound in boxes (MP4, QuickTime, 3GP) and in Matroska: brands, fragments, live recordings, what they may hold. */
class FilmsTest {

    private static final Set<String> TYPES =
            ShippedCategories.get().named("exam-recording").orElseThrow().types();
    private static final byte[] ARCHIVE = Archive.ofText("x.txt").bytes();

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @CsvSource({"isom", "iso6", "mp41", "mp42", "avc1", "dash", "f4v ", "MSNV", "XAVC", "NDSC", "3gp4", "M4V ", "qt  "})
    void filmOfEveryBrandPasses(String brand) {
        assertThat(rule("a.mp4", Boxes.film((brand + "    ").substring(0, 4)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M4A ", "isom", "mp42", "3gp4", "dash"})
    void soundOfEveryBrandPasses(String brand) {
        Inspection found = laboratory.inspect("a.m4a", Boxes.sound(brand), TYPES);
        assertThat(found.objection()).isEmpty();
        assertThat(found.mediaType()).isEqualTo("audio/mp4");
    }

    @Test
    void soundWithPicturesIsAFilmUnderAnotherName() {
        Objection objection = laboratory
                .inspect("a.m4a", Boxes.film("M4A "), TYPES)
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.EXTENSION);
        assertThat(objection.detected()).contains("video/mp4");
    }

    @Test
    void filmOfOldQuickTimeBeginsWithoutABrand() {
        byte[] film = Archive.joined(Boxes.box("wide"), Boxes.samples(), Boxes.movie("vide"));
        assertThat(rule("a.mov", film)).isEmpty();
        assertThat(rule("a.mov", Archive.joined(Boxes.movie("vide"), Boxes.samples())))
                .isEmpty();
    }

    @Test
    void tracksInTracksWithoutEndAreRefused() {
        byte[] nested = new byte[0];
        for (int depth = 0; depth < 5_000; depth++) {
            nested = Boxes.box("trak", nested);
        }
        assertThat(rule("a.mp4", Archive.joined(Boxes.brand("isom"), Boxes.box("moov", nested))))
                .contains(Rule.NESTING);
    }

    @Test
    void samplesMayRunToTheEndAndBeFollowedByZeros() {
        byte[] open = Boxes.samples();
        Arrays.fill(open, 0, 4, (byte) 0);
        assertThat(rule("a.mp4", Archive.joined(Boxes.brand("isom"), Boxes.movie("vide"), open)))
                .isEmpty();
        assertThat(rule("a.mp4", Archive.joined(Boxes.film("isom"), new byte[500])))
                .isEmpty();
    }

    @Test
    void filmInFragmentsMayEndInTheMiddleOfOne() {
        byte[] film = Archive.joined(
                Boxes.box("styp", "msdh\0\0\0\0"), Boxes.box("sidx"), Boxes.box("moof"), Boxes.samples());
        assertThat(rule("a.mp4", film)).isEmpty();
        assertThat(rule("a.mp4", Arrays.copyOf(film, film.length - 5))).isEmpty();
    }

    @Test
    void filmThatIsCutOrHasNoDescriptionIsDamaged() {
        byte[] film = Boxes.film("isom");
        assertThat(rule("a.mp4", Arrays.copyOf(film, film.length - 5))).contains(Rule.DAMAGED);
        assertThat(rule("a.mp4", Archive.joined(Boxes.brand("isom"), Boxes.samples())))
                .contains(Rule.DAMAGED);
    }

    @Test
    void namesTheArchiveBehindAFilm() {
        for (String name : new String[] {"a.mp4", "a.mov", "a.3gp"}) {
            Objection objection = laboratory
                    .inspect(name, Archive.joined(Boxes.film("isom"), ARCHIVE), TYPES)
                    .objection()
                    .orElseThrow();
            assertThat(objection.rule()).isEqualTo(Rule.TRAILING_DATA);
            assertThat(objection.detected()).contains("application/zip");
        }
        byte[] inside = Archive.joined(Boxes.film("isom"), Boxes.box("free", ARCHIVE));
        assertThat(rule("a.mp4", inside)).contains(Rule.TWO_FORMATS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/a.mov", "file://server/share/a.mov"})
    void filmThatIsElsewhereIsRefusedByItsAddress(String address) {
        byte[] movie = Boxes.movie("vide", Boxes.reference("url ", 0, address));
        Objection objection = laboratory
                .inspect("a.mov", Archive.joined(Boxes.brand("qt  "), movie), TYPES)
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.REMOTE_CONTENT);
        assertThat(objection.subject()).contains(address);
        byte[] redirection =
                Boxes.box("moov", Boxes.box("rmra", Boxes.box("rmda", Boxes.reference("rdrf", 0, "url " + address))));
        assertThat(rule("a.mov", redirection)).contains(Rule.REMOTE_CONTENT);
    }

    @Test
    void liveRecordingKnowsNoLengthAndMayBeCut() {
        byte[] block = Ebml.element(Ebml.BLOCK, new byte[40]);
        byte[] live = Archive.joined(
                Ebml.header("webm"),
                Ebml.open(Ebml.SEGMENT, Ebml.open(Ebml.CLUSTER, block, block), Ebml.open(Ebml.CLUSTER, block, block)));
        assertThat(rule("a.webm", live)).isEmpty();
        assertThat(rule("a.webm", Arrays.copyOf(live, live.length - 20))).isEmpty();
        assertThat(rule("a.webm", Archive.joined(live, live))).isEmpty();
    }

    @Test
    void namesTheArchiveBehindALiveRecording() {
        byte[] block = Ebml.element(Ebml.BLOCK, new byte[40]);
        byte[] live = Archive.joined(
                Ebml.header("webm"), Ebml.open(Ebml.SEGMENT, Ebml.open(Ebml.CLUSTER, block, block)), ARCHIVE);
        Objection objection =
                laboratory.inspect("a.webm", live, TYPES).objection().orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.TRAILING_DATA);
        assertThat(objection.detected()).contains("application/zip");
    }

    @Test
    void recordingOfKnownLengthThatIsCutIsDamaged() {
        byte[] block = Ebml.element(Ebml.BLOCK, new byte[40]);
        byte[] film =
                Archive.joined(Ebml.header("matroska"), Ebml.element(Ebml.SEGMENT, Ebml.element(Ebml.CLUSTER, block)));
        assertThat(rule("a.mkv", film)).isEmpty();
        assertThat(rule("a.mkv", Arrays.copyOf(film, film.length - 5))).contains(Rule.DAMAGED);
    }

    @Test
    void filesAttachedToMatroskaAreExaminedAndScanned() {
        assertThat(rule("a.mkv", with("cover.jpg", Pictures.of("jpg")))).isEmpty();
        assertThat(laboratory.scanned()).hasSize(2);
        Objection objection = laboratory
                .inspect("a.mkv", with("cover.jpg", "MZ\0and what programs hold".getBytes(ISO_8859_1)), TYPES)
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.ATTACHED_PROGRAM);
        assertThat(objection.member()).contains("cover.jpg");
        assertThat(rule("a.mkv", with("tool.exe", "x".getBytes(ISO_8859_1)))).contains(Rule.ATTACHED_PROGRAM);
        assertThat(rule("a.mkv", with("a.txt", Laboratory.MALWARE.getBytes(ISO_8859_1))))
                .contains(Rule.MALWARE);
    }

    private static byte[] with(String name, byte[] attachment) {
        return Archive.joined(Ebml.header("matroska"), Ebml.element(Ebml.SEGMENT, Ebml.attachment(name, attachment)));
    }

    private Optional<Rule> rule(String name, byte[] bytes) {
        return laboratory.inspect(name, bytes, TYPES).objection().map(Objection::rule);
    }
}
