package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Names of files: the last extension and the content decide (security row F1). */
class NamesTest {

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cert. ISO.txt",
                "Constr.Prod.Reg.txt",
                "Node.js.txt",
                "v1.sh.txt",
                "Annex 1. App.txt",
                "Bijlage.App.txt",
                "page.html.txt",
                "Cert. Com.txt",
                "Report no. exe.txt",
                "manual.pl.txt",
                "key.cer.txt",
                "v1.2.TXT",
                "exe.txt",
                "Meeting 10:30.txt",
                ".txt"
            })
    void dotsBetweenWordsPass(String name) {
        assertThat(laboratory.inspect(name, "text".getBytes(US_ASCII)).objection())
                .isEmpty();
        assertThat(laboratory
                        .inspect("a.zip", Archive.ofText("map/" + name).bytes())
                        .objection())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "report.exe.txt, .exe",
        "report.exe..txt, .exe",
        "report.exe. .txt, .exe",
        "report.msi\u00A0.txt, .msi",
        "report.EXE .txt, .exe",
        "report.v1.scr.txt, .scr",
        "report.com.txt, .com",
        "report.ps1.txt, .ps1",
        "report.lnk.txt, .lnk",
        "report.vbs.txt, .vbs",
        "shell.php.txt, .php",
        "shell.phtml.v1.2.txt, .phtml",
        "shell.jsp.txt, .jsp",
        "shell.aspx.txt, .aspx",
        "report.vbs:a.txt, .vbs",
        ".exe.txt, .exe"
    })
    void nameThatSaysProgramBeforeItsExtensionIsRefused(String name, String program) {
        Objection found =
                laboratory.inspect(name, "text".getBytes(US_ASCII)).objection().orElseThrow();
        assertThat(found.rule()).isEqualTo(Rule.DOUBLE_EXTENSION);
        assertThat(found.subject()).contains(program);
        Objection inside = laboratory
                .inspect("a.zip", Archive.ofText("map.php/" + name).bytes())
                .objection()
                .orElseThrow();
        assertThat(inside.rule()).isEqualTo(Rule.DOUBLE_EXTENSION);
        assertThat(inside.member()).contains("map.php/" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf, application/pdf",
        "report.csv.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "report.jpeg, image/jpeg"
    })
    void misnamedFileIsRefusedWithWhatItIsAndHowItCouldBeNamed(String name, String said) {
        Objection found =
                laboratory.inspect(name, "text".getBytes(US_ASCII)).objection().orElseThrow();
        assertThat(found.rule()).isEqualTo(Rule.EXTENSION);
        assertThat(found.detected()).contains("text/plain");
        assertThat(found.expected()).containsExactly(said);
        assertThat(found.subject()).contains(".asc, .dat, .log, .txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "report.txt.", "report.txt ", "report.bat", "report.html"})
    void nameWithoutAnExtensionOfTextIsRefused(String name) {
        Objection found =
                laboratory.inspect(name, "text".getBytes(US_ASCII)).objection().orElseThrow();
        assertThat(found.rule()).isEqualTo(Rule.EXTENSION);
        assertThat(found.expected()).isEmpty();
    }
}
