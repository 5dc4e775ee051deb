package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.inspection.EmbeddedObject.PACKAGE;
import static org.sluis.inspection.EmbeddedObject.inspect;
import static org.sluis.inspection.EmbeddedObject.number;
import static org.sluis.inspection.EmbeddedObject.passes;
import static org.sluis.inspection.EmbeddedObject.refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Compound files: objects in documents, and old documents as the file itself. Classes and streams decide. */
class OleObjectsTest {

    private static final byte[] EMBEDDED = {1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final Laboratory laboratory = Laboratory.shared();

    @ParameterizedTest
    @CsvSource({
        "Excel 97, 00020820-0000-0000-c000-000000000046",
        "Word 97, 00020906-0000-0000-c000-000000000046",
        "PowerPoint 97, 64818d10-4f9b-11cf-86ea-00aa00b929e8",
        "Visio, 00021a14-0000-0000-c000-000000000046",
        "Graph, 00020803-0000-0000-c000-000000000046",
        "Paint, 0003000a-0000-0000-c000-000000000046",
        "Photoshop, 11fe8b40-0000-0000-c000-000000000046",
        "AutoCAD, 8c3c1b12-e59d-11d0-9ccf-00a024da4f2a",
        "none, 00000000-0000-0000-0000-000000000000"
    })
    void objectOfAnyProgramThatOnlyShowsDataPasses(String program, String classId) {
        passes(new CompoundSample()
                .rootClass(classId).stream("\1Ole", EMBEDDED).stream(
                        "CONTENTS", ("data of " + program).getBytes(ISO_8859_1))
                        .stream("\2OlePres000", new byte[5000]));
    }

    @ParameterizedTest
    @CsvSource({
        "EQUATION_EDITOR, Equation.3, 0002ce02-0000-0000-c000-000000000046",
        "EQUATION_EDITOR, Equation.2, 00021700-0000-0000-c000-000000000046",
        "CONTROL, Shell.Explorer, eab22ac3-30c1-11cf-a7eb-0000c05bae0b",
        "CONTROL, ShockwaveFlash, d27cdb6e-ae6d-11cf-96b8-444553540000",
        "CONTROL, Forms.CommandButton, d7053240-ce69-11cd-a777-00dd01143c57",
        "SCRIPT, script moniker, 06290bd3-48aa-11d2-8432-006008c3fbfc",
        "LINKED_OBJECT, OLE link, 00000300-0000-0000-c000-000000000046",
        "ATTACHED_PROGRAM, Windows Installer package, 000c1084-0000-0000-c000-000000000046",
        "MAIL_MESSAGE, Outlook message, 00020d0b-0000-0000-c000-000000000046"
    })
    void classThatRunsIsRefusedByNameWhereverItIsSaid(Rule rule, String name, String classId) {
        assertThat(refused(new CompoundSample().rootClass(classId), rule).subject())
                .contains(name);
        assertThat(refused(new CompoundSample().storage("ObjectPool", classId), rule)
                        .subject())
                .contains(name);
        assertThat(refused(new CompoundSample().stream("\1CompObj", description(classId, "Some.Program")), rule)
                        .subject())
                .contains(name);
    }

    @Test
    void equationEditorIsKnownByItsStreamAndProgramNameToo() {
        refused(new CompoundSample().stream("Equation Native", new byte[4096]), Rule.EQUATION_EDITOR);
        String none = CompoundSample.NO_CLASS;
        refused(new CompoundSample().stream("\1CompObj", description(none, "Equation.3")), Rule.EQUATION_EDITOR);
        passes(new CompoundSample()
                .rootClass("0002ce03-0000-0000-c000-000000000046").stream(
                        "\1CompObj", description("0002ce03-0000-0000-c000-000000000046", "Equation.DSMT4"))
                        .stream("Equation Native", new byte[4096]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros", "vba"})
    void macrosAreKnownByTheirStorage(String name) {
        assertThat(refused(new CompoundSample().storage(name, PACKAGE.replace('3', '4')), Rule.MACRO)
                        .subject())
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource({"EncryptedPackage, PASSWORD", "EncryptedSummary, PASSWORD", "__properties_version1.0, MAIL_MESSAGE"})
    void streamsThatTellAreBelieved(String name, Rule rule) {
        refused(new CompoundSample().stream(name, new byte[8]), rule);
    }

    @Test
    void controlIsKnownByItsStreams() {
        refused(new CompoundSample().stream("\3OCXNAME", new byte[8]), Rule.CONTROL);
    }

    @Test
    void linkToAnotherMachineIsRefusedByItsAddress() {
        byte[] url = "https://evil.example/a.hta\0".getBytes(UTF_16LE);
        byte[] web = Archive.joined(
                link(), CompoundSample.classId("79eac9e0-baf9-11ce-8c82-00aa004ba90b"), number(url.length), url);
        assertThat(refused(new CompoundSample().stream("\1Ole", web), Rule.LINKED_OBJECT)
                        .subject())
                .contains("https://evil.example/a.hta");
        assertThat(refused(new CompoundSample().stream("\1Ole", file("\\\\evil\\share\\a.docx")), Rule.LINKED_OBJECT)
                        .subject())
                .contains("\\\\evil\\share\\a.docx");
        refused(new CompoundSample().stream("\1Ole", link()), Rule.LINKED_OBJECT);
        refused(new CompoundSample().stream("\1Ole", file("C:\\tools\\a.hta")), Rule.LINKED_OBJECT);
    }

    @Test
    void linkToTheSendersOwnDriveIsANotice() {
        Inspection found = inspect(new CompoundSample().stream("\1Ole", file("C:\\work\\figures.xlsx")));
        assertThat(found.objection()).isEmpty();
        assertThat(found.notices())
                .extracting(ContentNotice::kind, notice -> notice.subject().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ContentNotice.Kind.LINKED_FILE, "C:\\work\\figures.xlsx"));
    }

    @Test
    void packedProgramIsNamed() {
        assertThat(refused(packed("notes", "C:\\x\\setup.exe", "x".getBytes(ISO_8859_1)), Rule.ATTACHED_PROGRAM)
                        .subject())
                .contains("setup.exe");
        refused(
                packed("notes.txt", "C:\\x\\notes.txt", "MZ\0\1\0\0\0\0\0\0".getBytes(ISO_8859_1)),
                Rule.ATTACHED_PROGRAM);
        refused(new CompoundSample().rootClass(PACKAGE).stream("\1Ole10Native", new byte[40]), Rule.UNKNOWN_OBJECT);
        for (String name : new String[] {"notes.vbs.", "notes.bat ", "notes.vbs::$DATA", "notes.py"}) {
            refused(packed("notes", "C:\\x\\" + name, "x".getBytes(ISO_8859_1)), Rule.ATTACHED_PROGRAM);
        }
        refused(packed("notes", "C:\\x\\notes.newtype", "x".getBytes(ISO_8859_1)), Rule.EXTENSION);
        passes(packed("notes", "C:\\x\\notes.txt", "just notes".getBytes(ISO_8859_1)));
        assertThat(laboratory.scanned()).contains("just notes".length());
    }

    @Test
    void packedLinkToAProgramIsALink() {
        byte[] native10 = nativeData("x", "C:\\Windows\\System32\\cmd.exe", 1, new byte[0]);
        assertThat(refused(new CompoundSample().stream("\1Ole10Native", native10), Rule.LINKED_OBJECT)
                        .subject())
                .contains("C:\\Windows\\System32\\cmd.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Package", "EmbeddedOdf", "CONTENTS"})
    void documentInAnObjectIsTakenApart(String stream) {
        byte[] harmless = new WordDocument().bytes();
        byte[] macros = new WordDocument().part("word/vbaProject.bin", "x").bytes();
        passes(new CompoundSample().stream(stream, harmless));
        refused(new CompoundSample().stream(stream, macros), Rule.MACRO);
    }

    @Test
    void portableDocumentInAnObjectIsHeldToItsRules() {
        byte[] harmless = new PdfSample().bytes();
        passes(new CompoundSample().stream("CONTENTS", harmless));
        refused(
                new CompoundSample().stream("CONTENTS", Archive.joined(harmless, "PK".getBytes(ISO_8859_1))),
                Rule.TRAILING_DATA);
    }

    @Test
    void namesThatTwoProgramsReadDifferentlyAreRefused() {
        byte[] twice = new CompoundSample().stream("harm\0less", new byte[8]).bytes();
        Objection objection = laboratory
                .inspect(
                        "a.docx",
                        new WordDocument().part(EmbeddedObject.PLACE, twice).bytes())
                .objection()
                .orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.INCONSISTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "WordDocument,OLD_OFFICE",
        "EncryptedPackage,PASSWORD",
        "VBA,MACRO",
        "__properties_version1.0,MAIL_MESSAGE"
    })
    void compoundFileAsTheFileItselfIsNamedForWhatItHolds(String stream, Rule rule) {
        byte[] file = new CompoundSample().stream(stream, new byte[0]).bytes();
        assertThat(laboratory.inspect("a.docx", file).objection().orElseThrow().rule())
                .isEqualTo(rule);
    }

    private static byte[] description(String classId, String program) {
        byte[] name = (program + "\0").getBytes(ISO_8859_1);
        return Archive.joined(
                new byte[12],
                CompoundSample.classId(classId),
                number(2),
                new byte[] {'x', 0},
                number(0),
                number(name.length),
                name);
    }

    private static byte[] link() {
        return CompoundSample.little(20, fields -> fields.putInt(0x02000001).putInt(1));
    }

    private static byte[] file(String path) {
        byte[] letters = (path + "\0").getBytes(ISO_8859_1);
        return Archive.joined(
                link(),
                CompoundSample.classId("00000303-0000-0000-c000-000000000046"),
                new byte[2],
                number(letters.length),
                letters,
                new byte[24]);
    }

    private static CompoundSample packed(String label, String path, byte[] content) {
        return new CompoundSample().rootClass(PACKAGE).stream("\1Ole10Native", nativeData(label, path, 3, content));
    }

    private static byte[] nativeData(String label, String path, int kind, byte[] content) {
        byte[] names = (label + "\0" + path + "\0").getBytes(ISO_8859_1);
        byte[] opened = (path + "\0").getBytes(ISO_8859_1);
        return Archive.joined(
                number(0),
                new byte[] {2, 0},
                names,
                new byte[] {0, 0, (byte) kind, 0},
                number(opened.length),
                opened,
                number(content.length),
                content);
    }
}
