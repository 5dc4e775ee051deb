package org.sluis.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavableNameTest {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "/etc/passwd, passwd",
        "C:\\temp\\report.pdf, report.pdf",
        "C:/temp/report.pdf, report.pdf",
        "\\\\share\\map\\report.pdf, report.pdf",
        "./report.pdf, report.pdf",
        "~/report.pdf, report.pdf",
        "a/../../report.pdf, report.pdf"
    })
    void dropsPaths(String sent, String kept) {
        assertThat(SavableName.of(sent)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "Rapport 12/2026.pdf, Rapport 12-2026.pdf",
        "Rapport 12\\2026.pdf, Rapport 12-2026.pdf",
        "Examen 3/4/2026.pdf, Examen 3-4-2026.pdf",
        "~$report.docx, ~$report.docx"
    })
    void keepsWordsAroundASlash(String sent, String kept) {
        assertThat(SavableName.of(sent)).isEqualTo(kept);
    }

    @Test
    void dropsControlsAndDirectionMarks() {
        assertThat(SavableName.of("a\r\nSet-Cookie: b\u0000.pdf")).isEqualTo("aSet-Cookie b.pdf");
        assertThat(SavableName.of("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(SavableName.of("Re\u0301sume\u0301.pdf")).isEqualTo("R\u00E9sum\u00E9.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "CON.pdf, _CON.pdf",
        "nul.pdf, _nul.pdf",
        "com1, _com1",
        "LPT\u00B9.tar.gz, _LPT\u00B9.tar.gz",
        "aux .txt, _aux.txt",
        "conin$.txt, _conin$.txt",
        "contract.pdf, contract.pdf",
        "com10.pdf, com10.pdf",
        "null.pdf, null.pdf"
    })
    void keepsOutOfTheWayOfDevices(String sent, String kept) {
        assertThat(SavableName.of(sent)).isEqualTo(kept);
    }

    @Test
    void namesTheNamelessAndKeepsTheirExtension() {
        assertThat(SavableName.of(null)).isEqualTo("document");
        assertThat(SavableName.of("...")).isEqualTo("document");
        assertThat(SavableName.of("\u200B")).isEqualTo("document");
        assertThat(SavableName.of("\u200B.pdf")).isEqualTo("document.pdf");
        assertThat(SavableName.of(" .pdf")).isEqualTo("document.pdf");
    }

    @Test
    void keepsTheExtensionOfALongName() {
        String shortened = SavableName.of("\u00E9".repeat(300) + ".pdf");
        assertThat(shortened).endsWith(".pdf");
        assertThat(shortened.getBytes(StandardCharsets.UTF_8).length).isBetween(254, 255);
    }
}
