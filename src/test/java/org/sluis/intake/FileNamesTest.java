package org.sluis.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void dropsPathsControlsAndDirectionMarks() {
        assertThat(FileNames.sanitised("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.sanitised("C:\\temp\\report.pdf")).isEqualTo("report.pdf");
        assertThat(FileNames.sanitised("a\r\nSet-Cookie: b\u0000.pdf")).isEqualTo("aSet-Cookie b.pdf");
        assertThat(FileNames.sanitised("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
    }

    @Test
    void namesTheNameless() {
        assertThat(FileNames.sanitised(null)).isEqualTo("document");
        assertThat(FileNames.sanitised("...")).isEqualTo("document");
    }

    @Test
    void keepsTheExtensionOfALongName() {
        String shortened = FileNames.sanitised("é".repeat(300) + ".pdf");
        assertThat(shortened).endsWith(".pdf");
        assertThat(shortened.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
    }
}
