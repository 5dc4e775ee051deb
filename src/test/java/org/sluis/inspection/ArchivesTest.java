package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;

/** ZIP archives: whatever reads the same from the front and from the back, and nothing else (security rows F3 to F5). */
class ArchivesTest {

    private static final String LOCAL = "PK\3\4";
    private static final String CENTRAL = "PK\1\2";

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void archiveOfAllowedFilesPassesAndEachMemberIsScanned() {
        byte[] inner = Archive.ofText("deep.txt").bytes();
        byte[] archive =
                Archive.ofText("a.txt", "folder/b.csv").with("inner.zip", inner).bytes();
        Inspection found = laboratory.inspect("files.zip", archive);
        assertThat(found.refusal()).isEmpty();
        assertThat(found.clean()).isTrue();
        assertThat(found.mediaType()).isEqualTo("application/zip");
        assertThat(laboratory.scanned()).containsExactlyInAnyOrder(archive.length, 6, 13, 9, inner.length);
    }

    @Test
    void zip64AndSizesAfterTheBytesAndOtherMethodsPass() {
        assertThat(laboratory.refusal(
                        "a.zip",
                        Archive.ofText("a.txt").zip64().with("b.txt", "b").bytes()))
                .isEmpty();
        assertThat(laboratory.refusal("a.zip", Archive.streamed("a.txt", "text".getBytes(US_ASCII))))
                .isEmpty();
        assertThat(laboratory.refusal(
                        "a.zip",
                        new Archive().stored("a.txt", "text".getBytes(US_ASCII)).bytes()))
                .isEmpty();
    }

    @Test
    void shortTextInDeflate64ReadsLikeDeflate() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] other = Archive.patched(Archive.patched(archive, 8, 9), Archive.find(archive, CENTRAL, 1) + 10, 9);
        assertThat(laboratory.refusal("a.zip", other)).isEmpty();
    }

    @Test
    void membersMustBeWhatTheCategoryTakes() {
        Set<String> textAndArchives = Set.of("text/plain", "application/zip");
        byte[] archive = Archive.ofText("a.txt", "b.csv").bytes();
        assertThat(laboratory.inspect("a.zip", archive, textAndArchives).refusal())
                .contains(Problem.TYPE_NOT_ALLOWED);
        assertThat(laboratory.inspect("a.zip", archive, Set.of("text/plain")).refusal())
                .contains(Problem.TYPE_NOT_ALLOWED);
        assertThat(laboratory.refusal("a.zip", Archive.ofText("page.html").bytes()))
                .contains(Problem.TYPE_MISMATCH);
        assertThat(laboratory.refusal(
                        "a.zip", new Archive().with("a.txt", "<html><p>x").bytes()))
                .contains(Problem.TYPE_NOT_ALLOWED);
        assertThat(laboratory.refusal(
                        "a.zip", new Archive().with("a.txt", "MZ\u0090\0\3").bytes()))
                .contains(Problem.TYPE_NOT_ALLOWED);
    }

    @Test
    void malwareInAMemberIsNamed() {
        byte[] inner = new Archive().with("x.txt", Laboratory.MALWARE).bytes();
        Inspection found = laboratory.inspect(
                "a.zip", new Archive().with("inner.zip", inner).bytes());
        assertThat(found.refusal()).contains(Problem.MALWARE_FOUND);
        assertThat(found.detail()).isEqualTo("Test.Word");
        Inspection wrongName = laboratory.inspect(
                "a.zip", new Archive().with("x.com", Laboratory.MALWARE).bytes());
        assertThat(wrongName.refusal()).contains(Problem.MALWARE_FOUND);
    }

    @Test
    void filesOfTheMacFinderPass() {
        byte[] metadata = Archive.joined(new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0}, new byte[120]);
        byte[] archive =
                Archive.ofText("a.txt").with("__MACOSX/._a.txt", metadata).bytes();
        assertThat(laboratory.refusal("a.zip", archive)).isEmpty();
        byte[] smuggled =
                Archive.ofText("a.txt").with("__MACOSX/._a.txt", "text").bytes();
        assertThat(laboratory.refusal("a.zip", smuggled)).contains(Problem.TYPE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8, 14, 18, 22, 30})
    void localHeaderThatDisagreesWithTheDirectoryIsRefused(int field) {
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] damaged = Archive.patched(archive, field, archive[field] ^ 0x10);
        assertThat(laboratory.refusal("a.zip", damaged)).contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void zeroedLocalHeaderIsRefused() {
        byte[] archive = Archive.ofText("a.txt", "b.txt").bytes();
        int second = Archive.find(archive, LOCAL, 2);
        assertThat(laboratory.refusal("a.zip", Archive.patched(archive, second, new int[30])))
                .contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void twoMembersThatShareBytesAreRefused() {
        byte[] archive = Archive.ofText("a.txt", "b.txt").bytes();
        int second = Archive.find(archive, CENTRAL, 2);
        byte[] overlapping = Archive.patched(archive, second + 42, 0, 0, 0, 0);
        assertThat(laboratory.refusal("a.zip", overlapping)).contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void bytesThatNoMemberOwnsAreRefused() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] hidden = "hidden".getBytes(US_ASCII);
        assertThat(laboratory.refusal("a.zip", Archive.joined(archive, hidden))).contains(Problem.UNREADABLE_CONTENT);
        int directory = Archive.find(archive, CENTRAL, 1);
        byte[] gap = Archive.joined(
                Arrays.copyOf(archive, directory), hidden, Arrays.copyOfRange(archive, directory, archive.length));
        int end = Archive.find(gap, "PK\5\6", 1);
        byte[] mended = Archive.patched(gap, end + 16, directory + hidden.length, 0, 0, 0);
        assertThat(laboratory.refusal("a.zip", mended)).contains(Problem.UNREADABLE_CONTENT);
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
        assertThat(laboratory.refusal("a.zip", mended)).contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void bytesLeftOverWithinAMemberAreRefused() {
        byte[] archive = new Archive()
                .stored("a.txt", new byte[] {'a', 'b', 'c', 'd', 'e', 'f'})
                .bytes();
        byte[] wrongChecksum = Archive.patched(archive, Archive.find(archive, "abcdef", 1), 'x');
        assertThat(laboratory.refusal("a.zip", wrongChecksum)).contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void truncatedArchiveIsRefused() {
        byte[] archive = Archive.ofText("a.txt", "b.txt").bytes();
        assertThat(laboratory.refusal("a.zip", Arrays.copyOf(archive, archive.length - 10)))
                .contains(Problem.UNREADABLE_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.TXT", "folder\\..\\b.txt", "../b.txt", "/b.txt", "c:b.txt", "b\u0001.txt"})
    void namesThatMeetOrLeadOutsideAreRefused(String name) {
        assertThat(laboratory.refusal("a.zip", Archive.ofText("a.txt", name).bytes()))
                .contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void composedAndDecomposedNamesMeet() {
        assertThat(laboratory.refusal(
                        "a.zip", Archive.ofText("\u00e9.txt", "e\u0301.txt").bytes()))
                .contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void encryptedMembersAreNamedAsSuch() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        int directory = Archive.find(archive, CENTRAL, 1);
        for (int flag : new int[] {1, 0x41}) {
            byte[] encrypted = Archive.patched(
                    Archive.patched(archive, 6, flag | archive[6]), directory + 8, flag | archive[directory + 8]);
            assertThat(laboratory.refusal("a.zip", encrypted)).contains(Problem.ENCRYPTED_CONTENT);
        }
        byte[] aes = Archive.patched(Archive.patched(archive, 8, 99), directory + 10, 99);
        assertThat(laboratory.refusal("a.zip", aes)).contains(Problem.ENCRYPTED_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 98, 95, 93})
    void methodsNobodyReadsHereAreRefused(int method) {
        byte[] archive = Archive.ofText("a.txt").bytes();
        byte[] other =
                Archive.patched(Archive.patched(archive, 8, method), Archive.find(archive, CENTRAL, 1) + 10, method);
        assertThat(laboratory.refusal("a.zip", other)).contains(Problem.UNREADABLE_CONTENT);
    }

    @Test
    void twentyFiveThousandMembersAreTooMany() {
        Archive archive = new Archive();
        for (int index = 0; index < 25_000; index++) {
            archive.with(index + ".txt", "x");
        }
        assertThat(laboratory.refusal("a.zip", archive.bytes())).contains(Problem.TOO_COMPLEX);
        assertThat(laboratory.scanned()).hasSize(1);
    }

    @Test
    void deepNestingIsTooMuch() {
        byte[] archive = Archive.ofText("a.txt").bytes();
        for (int depth = 1; depth < 6; depth++) {
            archive = new Archive().with("inner.zip", archive).bytes();
        }
        assertThat(laboratory.refusal("a.zip", archive)).isEmpty();
        assertThat(laboratory.refusal(
                        "a.zip", new Archive().with("inner.zip", archive).bytes()))
                .contains(Problem.TOO_COMPLEX);
    }

    @Test
    void bombIsRefusedByWhatItAnnouncesBeforeAnythingIsExpanded() {
        byte[] bomb = new Archive().with("a.txt", " ".repeat(100_000_000)).bytes();
        assertThat(bomb.length).isLessThan(200_000);
        assertThat(laboratory.refusal("a.zip", bomb)).contains(Problem.TOO_COMPLEX);
        assertThat(laboratory.scanned()).hasSize(1);
    }

    @Test
    void bombsInsideArchivesShareOneBudget() {
        byte[] part = new Archive().with("a.txt", " ".repeat(9_000_000)).bytes();
        byte[] bomb = new Archive().stored("1.zip", part).stored("2.zip", part).bytes();
        assertThat(laboratory.refusal("a.zip", bomb)).contains(Problem.TOO_COMPLEX);
        assertThat(laboratory.scanned().stream().mapToInt(Integer::intValue).sum())
                .isLessThan(17_000_000);
    }

    @Test
    void whatInnerArchivesExpandIsMissingFromTheOuterOnes() {
        byte[] inner = new Archive().with("a.txt", " ".repeat(15_500_000)).bytes();
        byte[] bomb = new Archive()
                .stored("1.zip", inner)
                .with("2.txt", " ".repeat(15_500_000))
                .bytes();
        assertThat(laboratory.refusal("a.zip", bomb)).contains(Problem.TOO_COMPLEX);
        assertThat(laboratory.scanned().stream().mapToInt(Integer::intValue).sum())
                .isLessThan(17_000_000);
    }

    @Test
    void memberThatIsLongerThanAnnouncedIsRefused() {
        byte[] archive = new Archive().with("a.txt", "x".repeat(1_000)).bytes();
        int directory = Archive.find(archive, CENTRAL, 1);
        byte[] lying = Archive.patched(Archive.patched(archive, 22, 10, 0), directory + 24, 10, 0);
        assertThat(laboratory.refusal("a.zip", lying)).contains(Problem.UNREADABLE_CONTENT);
        assertThat(laboratory.scanned()).containsExactlyInAnyOrder(lying.length, 0);
    }
}
