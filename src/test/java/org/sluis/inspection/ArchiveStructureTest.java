package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** ZIP archives: whatever reads the same from the front and from the back, and nothing else (security rows F3 to F5). */
class ArchiveStructureTest {

    private static final String LOCAL = "PK\3\4";
    private static final String CENTRAL = "PK\1\2";
    private static final String END = "PK\5\6";
    private static final int UNICODE_NAME = 0x08;

    private final Laboratory laboratory = Laboratory.shared();

    private Optional<Rule> rule(byte[] archive) {
        return objection(archive).map(Objection::rule);
    }

    private Optional<Objection> objection(byte[] archive) {
        return laboratory.inspect("a.zip", archive).objection();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 14, 18, 22, 30})
    void localHeaderThatDisagreesWithTheDirectoryIsRefused(int field) {
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] damaged = Archive.patched(archive, field, archive[field] ^ 0x10);
        assertThat(rule(damaged)).contains(Rule.INCONSISTENT);
    }

    @Test
    void zeroedLocalHeaderIsRefused() {
        byte[] archive = Archive.ofText("a.txt", "b.txt").bytes();
        int second = Archive.find(archive, LOCAL, 2);
        assertThat(rule(Archive.patched(archive, second, new int[30]))).contains(Rule.INCONSISTENT);
    }

    @Test
    void twoMembersThatShareBytesAreRefused() {
        byte[] archive = Archive.ofText("a.txt", "b.txt").bytes();
        int second = Archive.find(archive, CENTRAL, 2);
        byte[] overlapping = Archive.patched(archive, second + 42, 0, 0, 0, 0);
        assertThat(rule(overlapping)).contains(Rule.INCONSISTENT);
    }

    @Test
    void bytesThatNoMemberOwnsAreRefused() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] hidden = "hidden".getBytes(US_ASCII);
        assertThat(rule(Archive.joined(archive, hidden))).contains(Rule.INCONSISTENT);
        int directory = Archive.find(archive, CENTRAL, 1);
        byte[] gap = Archive.joined(
                Arrays.copyOf(archive, directory), hidden, Arrays.copyOfRange(archive, directory, archive.length));
        int end = Archive.find(gap, "PK\5\6", 1);
        byte[] mended = Archive.patched(gap, end + 16, directory + hidden.length, 0, 0, 0);
        assertThat(rule(mended)).contains(Rule.INCONSISTENT);
    }

    @Test
    void memberThatTheDirectoryDoesNotNameIsRefused() {
        byte[] archive = Archive.ofText("a.txt", "b.txt").bytes();
        int first = Archive.find(archive, CENTRAL, 1);
        int second = Archive.find(archive, CENTRAL, 2);
        byte[] hidden =
                Archive.joined(Arrays.copyOf(archive, first), Arrays.copyOfRange(archive, second, archive.length));
        int end = Archive.find(hidden, "PK\5\6", 1);
        byte[] mended = Archive.patched(hidden, end + 8, 1, 0, 1, 0, end - first, 0, 0, 0);
        assertThat(rule(mended)).contains(Rule.INCONSISTENT);
    }

    @Test
    void bytesLeftOverWithinAMemberAreRefused() {
        byte[] archive = new Archive()
                .stored("a.txt", new byte[] {'a', 'b', 'c', 'd', 'e', 'f'})
                .bytes();
        byte[] wrongChecksum = Archive.patched(archive, Archive.find(archive, "abcdef", 1), 'x');
        assertThat(rule(wrongChecksum)).contains(Rule.DAMAGED);
    }

    @Test
    void truncatedArchiveIsRefused() {
        byte[] archive = Archive.ofText("a.txt", "b.txt").bytes();
        assertThat(rule(Arrays.copyOf(archive, archive.length - 10))).contains(Rule.DAMAGED);
    }

    @Test
    void memberThatIsLongerThanAnnouncedIsRefused() {
        byte[] archive = new Archive().with("a.txt", "x".repeat(1_000)).bytes();
        int directory = Archive.find(archive, CENTRAL, 1);
        byte[] lying = Archive.patched(Archive.patched(archive, 22, 10, 0), directory + 24, 10, 0);
        assertThat(rule(lying)).contains(Rule.DAMAGED);
        assertThat(laboratory.scanned()).containsExactlyInAnyOrder(lying.length, 0);
    }

    @Test
    void lineEndBehindTheArchiveIsNoSecondFile() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        for (String end : new String[] {"\n", "\r\n", " \r\n\r\n"}) {
            assertThat(rule(Archive.joined(archive, end.getBytes(US_ASCII)))).isEmpty();
        }
        assertThat(rule(Archive.joined(archive, "\n".repeat(9).getBytes(US_ASCII))))
                .contains(Rule.INCONSISTENT);
        assertThat(rule(Archive.joined(archive, "\n#".getBytes(US_ASCII)))).contains(Rule.INCONSISTENT);
        assertThat(rule(Archive.joined(archive, Archive.ofText("b.txt").bytes())))
                .contains(Rule.INCONSISTENT);
    }

    @Test
    void nameOfPlainLettersMayBeCalledUnicodeOnce() {
        byte[] plain = flagged(Archive.ofText("a.txt").bytes());
        assertThat(rule(plain)).isEmpty();
        byte[] accented = flagged(Archive.ofText("\u00e9.txt").bytes());
        assertThat(rule(accented)).contains(Rule.INCONSISTENT);
    }

    /** With the other value of the flag in the local header than in the directory. */
    private static byte[] flagged(byte[] archive) {
        return Archive.patched(archive, 7, archive[7] ^ UNICODE_NAME);
    }

    @Test
    void storedBytesWithTheirLengthBehindThemPass() {
        assertThat(rule(described("some text".getBytes(US_ASCII)))).isEmpty();
        assertThat(rule(described("here PK\7\b and what follows is no length".getBytes(US_ASCII))))
                .contains(Rule.TYPE_UNKNOWN);
        byte[] inner = described("some text".getBytes(US_ASCII));
        assertThat(laboratory.inspect("a.zip", described("a.zip", inner)).objection())
                .isEmpty();
    }

    @Test
    void storedBytesThatCouldEndEarlierAreRefused() {
        byte[] text = "shown to one".getBytes(US_ASCII);
        byte[] rest = "shown to another".getBytes(US_ASCII);
        byte[] marked = Archive.joined(text, "PK\7\b".getBytes(US_ASCII), descriptor(text, false), rest);
        byte[] large = Archive.joined(text, "PK\7\b".getBytes(US_ASCII), descriptor(text, true), rest);
        byte[] bare = Archive.joined(text, descriptor(text, false), LOCAL.getBytes(US_ASCII), rest);
        byte[] late = "x".repeat(65_530).getBytes(US_ASCII);
        byte[] acrossPieces = Archive.joined(late, descriptor(late, true), CENTRAL.getBytes(US_ASCII), rest);
        for (byte[] content : new byte[][] {marked, large, bare, acrossPieces}) {
            Optional<Objection> found = objection(described(content));
            assertThat(found.map(Objection::rule)).contains(Rule.INCONSISTENT);
            assertThat(found.flatMap(Objection::member)).contains("a.txt");
        }
        byte[] otherLength = Archive.joined(text, "PK\7\b".getBytes(US_ASCII), descriptor(rest, false), rest);
        assertThat(rule(described(otherLength))).contains(Rule.TYPE_UNKNOWN);
    }

    @Test
    void lengthBehindTheBytesThatDisagreesIsRefused() {
        byte[] archive = described("some text".getBytes(US_ASCII));
        int descriptor = Archive.find(archive, "PK\7\b", 1);
        for (int field : new int[] {4, 8, 12}) {
            assertThat(rule(Archive.patched(archive, descriptor + field, 0x7f))).contains(Rule.INCONSISTENT);
        }
    }

    /** What programs write that compress nothing and cannot go back. */
    private static byte[] described(byte[] content) {
        return described("a.txt", content);
    }

    private static byte[] described(String name, byte[] content) {
        byte[] archive = new Archive().stored(name, content).bytes();
        int directory = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 6);
        byte[] local = Archive.patched(Arrays.copyOf(archive, directory), 6, 8 | archive[6]);
        byte[] central =
                Archive.patched(Arrays.copyOfRange(archive, directory, archive.length), 8, 8 | archive[directory + 8]);
        byte[] end = descriptor(content, false);
        byte[] joined =
                Archive.joined(Archive.patched(local, 14, new int[12]), "PK\7\b".getBytes(US_ASCII), end, central);
        byte[] where = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(directory + 4 + end.length)
                .array();
        return Archive.patched(joined, joined.length - 6, where[0], where[1], where[2], where[3]);
    }

    private static byte[] descriptor(byte[] content, boolean large) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ByteBuffer bytes = ByteBuffer.allocate(large ? 20 : 12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt((int) checksum.getValue());
        if (large) {
            bytes.putLong(content.length).putLong(content.length);
        } else {
            bytes.putInt(content.length).putInt(content.length);
        }
        return bytes.array();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A.TXT",
                "a.txt.",
                "./a.txt",
                "folder\\..\\b.txt",
                "../b.txt",
                ".. /b.txt",
                "/b.txt",
                "c:b.txt",
                "b\u0001.txt",
                "b\r.txt"
            })
    void namesThatMeetOrLeadOutsideAreRefused(String name) {
        Optional<Objection> found = objection(Archive.ofText("a.txt", name).bytes());
        assertThat(found.map(Objection::rule)).contains(Rule.MEMBER_NAMES);
        assertThat(found.flatMap(Objection::member))
                .contains(name.replace('\\', '/').replaceAll("\\p{Cntrl}", "\ufffd"));
    }

    @Test
    void folderThatIsShownAsSomethingElseIsRefused() {
        assertThat(rule(Archive.ofText("map.{0AFACED1-E828-11D1-9187-B532F1E9575D}/a.txt")
                        .bytes()))
                .contains(Rule.MEMBER_NAMES);
        assertThat(rule(Archive.ofText("map {1}/a.txt").bytes())).isEmpty();
    }

    @Test
    void composedAndDecomposedNamesMeet() {
        assertThat(rule(Archive.ofText("\u00e9.txt", "e\u0301.txt").bytes())).contains(Rule.MEMBER_NAMES);
    }

    @Test
    void nameWithoutCharacterSetIsReadInBothWays() {
        byte[] archive = Archive.ofText("\u00e9.txt").bytes();
        byte[] unsaid = flagged(archive);
        byte[] finder = Archive.patched(
                unsaid,
                Archive.find(unsaid, CENTRAL, 1) + 9,
                unsaid[Archive.find(unsaid, CENTRAL, 1) + 9] ^ UNICODE_NAME);
        assertThat(rule(finder)).isEmpty();
        byte[] both = Archive.ofText("\u00e9.txt", "\u251c\u2310.txt").bytes();
        assertThat(rule(both)).isEmpty();
        byte[] meeting = both.clone();
        for (String record : new String[] {LOCAL, CENTRAL}) {
            int flags = Archive.find(meeting, record, 1) + (record.equals(LOCAL) ? 7 : 9);
            meeting = Archive.patched(meeting, flags, meeting[flags] ^ UNICODE_NAME);
        }
        assertThat(rule(meeting)).contains(Rule.MEMBER_NAMES);
    }

    @Test
    void encryptedMembersAreNamedAsSuch() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        int directory = Archive.find(archive, CENTRAL, 1);
        byte[] aes = Archive.patched(Archive.patched(archive, 8, 99), directory + 10, 99);
        for (int flag : new int[] {1, 0x41}) {
            byte[] encrypted = Archive.patched(
                    Archive.patched(archive, 6, flag | archive[6]), directory + 8, flag | archive[directory + 8]);
            assertThat(rule(encrypted)).contains(Rule.PASSWORD);
        }
        Optional<Objection> found = objection(aes);
        assertThat(found.map(Objection::rule)).contains(Rule.PASSWORD);
        assertThat(found.flatMap(Objection::member)).contains("a.txt");
    }

    @ParameterizedTest
    @CsvSource({"14, LZMA", "98, PPMd", "95, XZ", "93, Zstandard", "77, method 77"})
    void methodsNobodyReadsHereAreRefusedByName(int method, String name) {
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] other =
                Archive.patched(Archive.patched(archive, 8, method), Archive.find(archive, CENTRAL, 1) + 10, method);
        Optional<Objection> found = objection(other);
        assertThat(found.map(Objection::rule)).contains(Rule.COMPRESSION);
        assertThat(found.flatMap(Objection::subject)).contains(name);
        assertThat(found.flatMap(Objection::member)).contains("a.txt");
    }

    @Test
    void partOfAnArchiveIsNoArchive() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        assertThat(rule(Archive.patched(archive, Archive.find(archive, END, 1) + 4, 1)))
                .contains(Rule.VARIANT);
    }
}
