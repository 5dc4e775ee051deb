package org.sluis.inspection.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In a formula only calls count: not what stands in texts, in names of sheets or beside a name. */
class FormulasTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "WEBSERVICE(\"http://evil.example\"); FETCHING_FORMULA; WEBSERVICE",
                "_xlfn.WEBSERVICE(A1); FETCHING_FORMULA; WEBSERVICE",
                "1+_xlfn._xlws.webservice\t(A1); FETCHING_FORMULA; WEBSERVICE",
                "of:=COM.MICROSOFT.WEBSERVICE([.A1]); FETCHING_FORMULA; WEBSERVICE",
                "_xlfn.IMAGE(\"https://evil.example/p.png\"); FETCHING_FORMULA; IMAGE",
                "MAP(A1:A2,_xleta.WEBSERVICE); FETCHING_FORMULA; WEBSERVICE",
                "'a'!A1+IF(A1=\"'\",WEBSERVICE(A1),\"'\"); FETCHING_FORMULA; WEBSERVICE",
                "SUM(Table1[['#x]])+RTD(\"a\",,\"b\"); FETCHING_FORMULA; RTD",
                "CALL(\"urlmon\",\"URLDownloadToFileA\"); FETCHING_FORMULA; CALL",
                "REGISTER.ID(\"a\",\"b\"); FETCHING_FORMULA; REGISTER.ID",
                "EXEC(\"calc\"); FETCHING_FORMULA; EXEC",
                "DDE(\"soffice\",\"a\",\"b\"); DDE; DDE(\"soffice\",\"a\",\"b\")",
                "cmd|'/c calc'!A1; DDE; cmd",
                "'cmd'|'/c calc'!A1; DDE; cmd",
                "'cmd|/c calc'!A1; DDE; cmd|/c calc",
                "HYPERLINK(\"\\\\\"&\"server\\x\",\"x\"); NETWORK_SHARE; \\\\server\\x",
                "HYPERLINK(\"ms-msdt:/id\"); UNSAFE_LINK; ms-msdt:/id",
                "'\\\\server\\share\\[b.xlsx]Sheet1'!A1; NETWORK_SHARE; \\\\server\\share\\[b.xlsx]Sheet1",
                "'https://evil.example/[b.xlsx]Sheet1'!A1; REMOTE_WORKBOOK; https://evil.example/[b.xlsx]Sheet1",
                "\"unclosed&WEBSERVICE(A1); FETCHING_FORMULA; \"unclosed&WEBSERVICE(A1)"
            })
    void refusesCallsThatFetchOrStart(String formula, Rule rule, String subject) {
        Objection objection = catchThrowableOfType(Refusal.class, () -> Formulas.check(formula))
                .objection();
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.subject()).contains(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUM('Image (2)'!A1:A3)",
                "'Webservice (a)'!$A$1",
                "\"WEBSERVICE(\"&A1&\")\"",
                "\"say \"\"IMAGE(1)\"\"\"",
                "'It''s IMAGE(1)'!A1",
                "image+webservice",
                "SUM(Table1[Image (2)])",
                "SUM(Table1[[#This Row],[Image (2)]])",
                "[1]Sheet1!A1",
                "'C:\\data\\[book.xlsx]Sheet1'!A1",
                "{1;2|3;4}",
                "HYPERLINK(\"https://example.org\",\"x\")",
                "HYPERLINK(\"#\"&A1,\"x\")",
                "HYPERLINK(A1)",
                "FILTERXML(A1,\"//a\")",
                "IFERROR(__xludf.DUMMYFUNCTION(\"IMPORTRANGE(\"\"https://docs.google.com/x\"\",\"\"A1\"\")\"),\"x\")",
                "of:=SUM([.A1:.A3];[$'Image (2)'.B1])",
                "callback(1)",
                "MYIMAGE(1)"
            })
    void textsAndNamesAreNoCalls(String formula) {
        assertThatCode(() -> Formulas.check(formula)).doesNotThrowAnyException();
    }
}
