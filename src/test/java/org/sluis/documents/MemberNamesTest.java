package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberNamesTest {

    private final MemberNames names = new MemberNames("MANIFEST.txt");

    @Test
    void numbersNamesThatDifferByNothingOrByCase() {
        assertThat(List.of(names.next("a.pdf"), names.next("A.PDF"), names.next("a.pdf"), names.next("a (2).pdf")))
                .containsExactly("a.pdf", "A (2).PDF", "a (3).pdf", "a (2) (2).pdf");
    }

    @Test
    void leavesTheManifestItsName() {
        assertThat(names.next("manifest.TXT")).isEqualTo("manifest (2).TXT");
    }

    @Test
    void neverNamesAPlaceOutside() {
        for (String hostile :
                List.of("../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\x", "..", ".", "", "~/x\n")) {
            String name = names.next(hostile);
            Path unpacked = Path.of("/target").resolve(name).normalize();
            assertThat(unpacked.getParent()).as(hostile).isEqualTo(Path.of("/target"));
            assertThat(name).doesNotContain("\\", "/", ":", "\n").isNotBlank();
        }
    }

    @Test
    void avoidsTheNamesOfDevices() {
        assertThat(names.next("NUL.txt")).isEqualTo("_NUL.txt");
        assertThat(names.next("com1")).isEqualTo("_com1");
    }

    @Test
    void keepsNumberedNamesShortEnough() {
        String longest = "é".repeat(125) + ".pdf";
        assertThat(names.next(longest)).isEqualTo(longest);
        assertThat(names.next(longest).getBytes(StandardCharsets.UTF_8).length).isLessThan(255);
    }
}
