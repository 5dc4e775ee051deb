package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** What Finder, Explorer and office programs leave in folders comes along in archives, and is no way in. */
class SystemFilesTest {

    private static final String APPLE_DOUBLE = "\0\5\26\7\0\2\0\0Mac OS X        ";
    private static final String COMPOUND = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    private final Laboratory laboratory = Laboratory.shared();

    private Optional<Objection> objection(String name, byte[] content) {
        return laboratory
                .inspect("a.zip", Archive.ofText("a.txt").with(name, content).bytes())
                .objection();
    }

    private Optional<Rule> rule(String name, String content) {
        return objection(name, content.getBytes(ISO_8859_1)).map(Objection::rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".DS_Store",
                "map/deeper/.DS_Store",
                "Thumbs.db",
                "map/ehthumbs.db",
                "__MACOSX/.DS_Store",
                "map/~$report.docx",
                "~$figures.xls",
                ".~lock.report.odt#",
                ".localized",
                "map/Icon\r"
            })
    void passUnderTheirNamesAndAreScanned(String name) {
        assertThat(rule(name, "\u0004Jan\0\0\0\u0090".repeat(20))).isEmpty();
        assertThat(laboratory.scanned()).contains(160);
        assertThat(rule(name, "")).isEmpty();
    }

    @Test
    void passInTheFormatsTheyHave() {
        assertThat(rule("map/.DS_Store", "\0\0\0\1Bud1\0\0\20\0" + "\0".repeat(6_000)))
                .isEmpty();
        assertThat(rule("__MACOSX/map/._Report.pages", APPLE_DOUBLE + "\0".repeat(120)))
                .isEmpty();
        assertThat(rule("Thumbs.db", COMPOUND + "\0".repeat(4_000))).isEmpty();
        assertThat(rule("._large.pdf", APPLE_DOUBLE + "\0".repeat(200_000))).isEmpty();
        for (String name :
                new String[] {"._a.txt", "__MACOSX/._a.txt", "__MACOSX/map/._v1.2 reports", "map/__MACOSX/._a.docx"}) {
            assertThat(rule(name, APPLE_DOUBLE + "\0".repeat(120))).isEmpty();
            assertThat(rule(name, "")).isEmpty();
        }
        assertThat(rule("._a.txt", "words")).isEmpty();
        assertThat(rule("__MACOSX/a.txt", "words")).isEmpty();
    }

    @Test
    void malwareInOneIsFound() {
        Inspection found = laboratory.inspect(
                "a.zip", new Archive().with(".DS_Store", Laboratory.MALWARE).bytes());
        assertThat(found.objection().map(Objection::rule)).contains(Rule.MALWARE);
    }

    @Test
    void archiveOfNothingElseIsStillAnArchive() {
        assertThat(laboratory
                        .inspect(
                                "a.zip",
                                new Archive().with("__MACOSX/._x", APPLE_DOUBLE).bytes())
                        .objection())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "._setup, 'MZ\u0090\0\3', PROGRAM",
        "__MACOSX/._run.bat, '\0\5\26\7\0\2\0\0', PROGRAM",
        "._page.html, '\0\5\26\7\0\2\0\0', PROGRAM",
        "~$list.slk, '\u0004Jan\0', PROGRAM",
        "__MACOSX/run.vbs., '\0\5\26\7\0\2\0\0', PROGRAM",
        "~$run.vbs., '\u0004Jan\0', PROGRAM",
        "__MACOSX/run.vbs., words, EXTENSION",
        "'__MACOSX/run.vbs ', words, EXTENSION",
        "__MACOSX/x.py, words, EXTENSION",
        "__MACOSX/report.xls, 'a\tb', EXTENSION",
        "__MACOSX/report.doc, 'MIME-Version: 1.0\nContent-Type: multipart/related\n\nx', MAIL_MESSAGE",
        "._report.doc, 'MIME-Version: 1.0\nContent-Type: multipart/related\n\nx', MAIL_MESSAGE",
        "~$report.doc, 'MIME-Version: 1.0\nContent-Type: multipart/related\n\nx', MAIL_MESSAGE",
        "__MACOSX/report.rtf, {\\rt\\object, TYPE_NOT_TAKEN",
        "._query.xyz, words, EXTENSION",
        "._query.xyz, '\0\1\2', TYPE_UNKNOWN",
        "._a.txt, <html><script>, WEB_PAGE",
        ".DS_Store, '%PDF-1.7\0', TYPE_NOT_TAKEN",
        "Thumbs.db, 'Rar!\32\7\1\0', TYPE_NOT_TAKEN",
        "._x.pdf, '\0\5\26\7\0\2\0\0 %PDF-1.7', TWO_FORMATS"
    })
    void whatWouldOpenIsRefused(String name, String content, Rule rule) {
        Optional<Objection> found = objection(name, content.getBytes(ISO_8859_1));
        assertThat(found.map(Objection::rule)).contains(rule);
        assertThat(found.flatMap(Objection::member)).contains(name);
    }

    @Test
    void documentUnderTheNameOfALockIsHeldToTheRules() {
        byte[] archive = Archive.ofText("page.html").bytes();
        assertThat(objection("~$report.docx", archive).map(Objection::rule)).contains(Rule.TYPE_NOT_TAKEN);
        assertThat(objection("._a.zip", Archive.joined(APPLE_DOUBLE.getBytes(ISO_8859_1), archive))
                        .map(Objection::rule))
                .contains(Rule.TWO_FORMATS);
        byte[] long_ = "\1".repeat(1_025).getBytes(US_ASCII);
        assertThat(objection("~$report.docx", long_).map(Objection::rule)).contains(Rule.TYPE_UNKNOWN);
    }

    @Test
    void settingsOfAFolderPass() {
        String settings = """
                [.ShellClassInfo]\r
                LocalizedResourceName=@%SystemRoot%\\system32\\shell32.dll,-21770\r
                IconResource=C:\\Windows\\system32\\SHELL32.dll,3\r
                CLSID=\r
                [ViewState]\r
                Mode=\r
                Vid={137E7700-3573-11CF-AE69-08002B2E1262}\r
                FolderType=Documents\r
                """;
        assertThat(objection("map/desktop.ini", settings.getBytes(US_ASCII))).isEmpty();
        assertThat(objection("map/Desktop.ini", settings.getBytes(UTF_16))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\attacker\\share\\x.ico",
                "//attacker/share/x.ico",
                "\\/attacker/x.ico",
                "\\??\\UNC\\attacker\\x.ico",
                "file://attacker/x.ico",
                "http://attacker/x.ico"
            })
    void settingsOfAFolderThatPointAtAShareAreRefused(String address) {
        String settings = "[.ShellClassInfo]\r\nIconResource=" + address + ",0\r\n";
        for (byte[] content : new byte[][] {settings.getBytes(US_ASCII), settings.getBytes(UTF_16)}) {
            Optional<Objection> found = objection("map/desktop.ini", content);
            assertThat(found.map(Objection::rule)).contains(Rule.NETWORK_SHARE);
            assertThat(found.flatMap(Objection::subject)).contains(address + ",0");
            assertThat(found.flatMap(Objection::member)).contains("map/desktop.ini");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLSID={0AFACED1-E828-11D1-9187-B532F1E9575D}",
                "clsid2 = {0AFACED1-E828-11D1-9187-B532F1E9575D}",
                "UICLSID={7BD29E00-76C1-11CF-9DD0-00A0C9034933}"
            })
    void settingsThatMakeAFolderSomethingElseAreRefused(String line) {
        Optional<Objection> found =
                objection("map/desktop.ini", ("[.ShellClassInfo]\r\n" + line + "\r\n").getBytes(UTF_16));
        assertThat(found.map(Objection::rule)).contains(Rule.CONTROL);
        assertThat(found.flatMap(Objection::subject)).contains(line);
    }

    @Test
    void settingsOfAFolderAreShortText() {
        assertThat(rule("desktop.ini", "[x]\0\\")).contains(Rule.TYPE_UNKNOWN);
        assertThat(rule("desktop.ini", "[x]\r\n".repeat(20_000))).contains(Rule.EXTENSION);
    }

    /** In a document nobody looks at a folder, and a part is what the document says. */
    @Test
    void areNotExpectedInDocuments() {
        byte[] document = new WrittenText().part("Pictures/._a.png", "\1\2\3").bytes();
        assertThat(laboratory.inspect("a.odt", document).objection().map(Objection::rule))
                .contains(Rule.TYPE_UNKNOWN);
    }
}
