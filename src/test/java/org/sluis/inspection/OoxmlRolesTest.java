package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** What a part of an Office Open XML document is comes from the package, never from its first bytes or its name alone. */
class OoxmlRolesTest {

    private static final String PRINTER = "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings";
    private static final String FIELD = "<w:x xmlns:w='x'><w:instrText>DDEAUTO cmd</w:instrText></w:x>";

    private final Laboratory laboratory = Laboratory.shared();

    @Test
    void readsAPartThatARelationshipDeclaresWhateverItsNameAndTypeSay() {
        byte[] document = new WordDocument()
                .part("word/picture.png", FIELD)
                .declared("/word/picture.png", "image/png")
                .internal("footer", "picture.png")
                .bytes();
        Objection objection = refused(document);
        assertThat(objection.rule()).isEqualTo(Rule.DDE);
        assertThat(objection.member()).contains("word/picture.png");
        assertThat(objection.subject()).contains("DDEAUTO cmd");
    }

    @Test
    void refusesWhatIsDeclaredAsXmlAndIsNone() {
        byte[] document = new WordDocument()
                .part("word/f.bin", "plain text")
                .internal("footer", "f.bin")
                .bytes();
        assertThat(refused(document).rule()).isEqualTo(Rule.MALFORMED_XML);
    }

    @Test
    void readsWhatNothingLeadsToAndBeginsLikeMarkup() {
        assertThat(refused(new WordDocument().part("word/x.txt", "\n" + FIELD).bytes())
                        .rule())
                .isEqualTo(Rule.DDE);
        assertThat(refused(new WordDocument()
                                .part("word/x.txt", ("\ufeff" + FIELD).getBytes(UTF_16LE))
                                .bytes())
                        .rule())
                .isEqualTo(Rule.DDE);
    }

    @Test
    void relationshipsAreReadInAnyEncodingAndWithoutDocumentTypes() {
        String link = "<Relationships xmlns='x'><Relationship Id='a' Type='x/attachedTemplate' TargetMode='External'"
                + " Target='https://evil.example/t.dotm'/></Relationships>";
        byte[] wide = ("\ufeff" + link).getBytes(UTF_16LE);
        Objection objection =
                refused(new WordDocument().part("word/_rels/s.xml.rels", wide).bytes());
        assertThat(objection.rule()).isEqualTo(Rule.REMOTE_TEMPLATE);
        assertThat(objection.subject()).contains("https://evil.example/t.dotm");
        assertThat(refused(new WordDocument()
                                .part("word/_rels/s.xml.rels", "<!DOCTYPE a>" + link)
                                .bytes())
                        .rule())
                .isEqualTo(Rule.DOCUMENT_TYPE);
    }

    @Test
    void settingsOfPrintersAreOpaqueWhereAllSaysSo() {
        String list = "<?xml version='1.0'?><!DOCTYPE plist PUBLIC 'x' 'http://www.apple.com/x.dtd'><plist/>";
        WordDocument printers = new WordDocument().part("word/p1.bin", list).declared("/word/p1.bin", PRINTER);
        assertThat(laboratory.refusal(
                        "a.docx", printers.internal("printerSettings", "p1.bin").bytes()))
                .isEmpty();
        byte[] alsoFooter = new WordDocument()
                .part("word/p1.bin", list)
                .declared("/word/p1.bin", PRINTER)
                .internal("printerSettings", "p1.bin")
                .internal("footer", "/word/%701.bin")
                .bytes();
        assertThat(refused(alsoFooter).rule()).isEqualTo(Rule.DOCUMENT_TYPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html|<p><script>x</script>|SCRIPT",
                "text/html|<img src='https://evil.example/p.png'>|REMOTE_PICTURE",
                "text/html|{\\rtf1 x}|TYPE_NOT_TAKEN",
                "text/html|MIME-Version: 1.0|TYPE_NOT_TAKEN",
                "application/rtf|{\\rtf1 x}|TYPE_NOT_TAKEN",
                "message/rfc822|MIME-Version: 1.0|TYPE_NOT_TAKEN",
                "application/xml|<a/>|TYPE_NOT_TAKEN"
            })
    void pagesThatWordTakesInAreHeldToTheSameRules(String type, String content, Rule rule) {
        Objection objection = refused(chunk(type, content));
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.member()).contains("word/chunk.dat");
    }

    @Test
    void ordinaryPagesThatWordTakesInPass() {
        assertThat(laboratory.refusal("a.docx", chunk("text/html", "<html><p>Text<br><img src='a.png'>")))
                .isEmpty();
        assertThat(laboratory.refusal("a.docx", chunk("text/plain", "Text"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"altChunk,image", "OLEObject,thumbnail", "subDoc,image", "attachedTemplate,image"})
    void whatIsTakenInMustSayThatItIsTakenIn(String element, String kind) {
        byte[] document = new WordDocument()
                .body("<w:" + element
                        + " xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships' r:id='x0'/>")
                .part("word/x.txt", "Text")
                .internal(kind, "x.txt")
                .bytes();
        Objection objection = refused(document);
        assertThat(objection.rule()).isEqualTo(Rule.INCONSISTENT);
        assertThat(objection.subject()).contains("x.txt");
    }

    @Test
    void objectsAndPagesThatSayWhatTheyArePass() {
        String users = "<w:p xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                + "<w:OLEObject r:id='x0'/><w:blip r:embed='x9'/></w:p>";
        byte[] inner = new WordDocument().bytes();
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument()
                                .body(users)
                                .part("word/embeddings/a.docx", inner)
                                .internal("package", "embeddings/a.docx")
                                .bytes()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "word/x.htm|<html><body><p>Text</p></body></html>|WEB_PAGE",
                "word/x.htm|Text|WEB_PAGE",
                "word/x.png|<HTML><p>Text</p></HTML>|WEB_PAGE",
                "word/x.xml|<html xmlns='http://www.w3.org/1999/xhtml'/>|WEB_PAGE",
                "word/x.xml|<a><script>x</script></a>|SCRIPT",
                "word/x.xml|<a><img src='https://evil.example/p.png'/></a>|REMOTE_CONTENT",
                "word/x.xml|<a><object data='x.swf'/></a>|SCRIPT"
            })
    void pagesThatNobodyTakesInAreRefusedInWhicheverNamespace(String name, String content, Rule rule) {
        assertThat(refused(new WordDocument().part(name, content).bytes()).rule())
                .isEqualTo(rule);
    }

    @Test
    void dataWithElementsCalledAsInPagesPass() {
        String data = "<objects><object name='x'/><image>a.png</image><style>plain</style></objects>";
        assertThat(laboratory.refusal(
                        "a.docx", new WordDocument().part("word/x.xml", data).bytes()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "thumbnail, MZ..PE, ATTACHED_PROGRAM",
        "thumbnail, PK-PACKAGE, MACRO",
        "font, <html><script>x</script></html>, WEB_PAGE",
        "font, <w:x xmlns:w='x'><w:instrText>DDEAUTO cmd</w:instrText></w:x>, DDE"
    })
    void relationshipAloneMakesNothingOpaque(String kind, String content, Rule rule) {
        byte[] macros = new WordDocument().part("word/vbaProject.bin", "x").bytes();
        byte[] part = content.startsWith("MZ")
                ? new byte[] {'M', 'Z', 0, 0, 3, 0, 0, 0}
                : content.startsWith("PK") ? macros : content.getBytes(US_ASCII);
        byte[] document = new WordDocument()
                .part("word/f.bin", part)
                .internal(kind, "f.bin")
                .bytes();
        assertThat(refused(document).rule()).isEqualTo(rule);
    }

    @Test
    void fontsThatAreEncipheredPass() {
        byte[] font = {'M', 'Z', 0, 3, 1, 2, 0, 9};
        byte[] document = new WordDocument()
                .part("word/fonts/font1.odttf", font)
                .internal("font", "fonts/font1.odttf")
                .bytes();
        assertThat(laboratory.refusal("a.docx", document)).isEmpty();
    }

    @Test
    void documentsThatWordTakesInAreExamined() {
        byte[] inner =
                new WordDocument().body("<w:fldSimple w:instr='DDE cmd'/>").bytes();
        byte[] outer = new WordDocument()
                .part("word/chunk.docx", inner)
                .internal("aFChunk", "chunk.docx")
                .bytes();
        Objection objection = refused(outer);
        assertThat(objection.rule()).isEqualTo(Rule.DDE);
        assertThat(objection.member()).contains("word/chunk.docx/word/document.xml");
    }

    @Test
    void oldDrawingsThatAreNoXmlAreReadLeniently() {
        String drawing = "<xml><v:shape><v:textbox><br>x</v:textbox><v:imagedata src='%s'/></v:shape></xml>";
        assertThat(laboratory.refusal("a.docx", drawing(drawing.formatted("image1.png"))))
                .isEmpty();
        assertThat(refused(drawing(drawing.formatted("https://evil.example/p.png")))
                        .rule())
                .isEqualTo(Rule.REMOTE_PICTURE);
    }

    @Test
    void oldDrawingsThatAreNoXmlPointAtNoHyperlinks() {
        byte[] document = new WordDocument()
                .part("word/drawing1.vml", "<xml><v:shape><br><v:imagedata o:relid='h'/></v:shape></xml>")
                .internal("vmlDrawing", "drawing1.vml")
                .part(
                        "word/_rels/drawing1.vml.rels",
                        "<Relationships><Relationship Id='h' Type='x/hyperlink' TargetMode='External'"
                                + " Target='https://evil.example/p.png'/></Relationships>")
                .bytes();
        assertThat(refused(document).rule()).isEqualTo(Rule.MALFORMED_XML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/document.xml/[0].piece", "word/document.xml/[1].last.piece"})
    void partsInPiecesAreNotTaken(String name) {
        assertThat(refused(new WordDocument().part(name, "<a/>").bytes()).rule())
                .isEqualTo(Rule.VARIANT);
    }

    @Test
    void namesThatMeanTheSamePartAreRefused() {
        assertThat(refused(new WordDocument()
                                .part("word/d%6fcument.xml", "<a/>")
                                .bytes())
                        .rule())
                .isEqualTo(Rule.MEMBER_NAMES);
    }

    @Test
    void drawingsOfBrowsersMayNotNameStyleSheets() {
        String drawing = "%s<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>";
        String sheet = "<?xml-stylesheet href='https://evil.example/a.css'?>";
        assertThat(refused(new WordDocument()
                                .part("word/media/a.svg", drawing.formatted(sheet))
                                .bytes())
                        .rule())
                .isEqualTo(Rule.REMOTE_CONTENT);
        assertThat(laboratory.refusal(
                        "a.docx",
                        new WordDocument()
                                .part("word/media/a.svg", drawing.formatted(""))
                                .bytes()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "<meta http-equiv='content-type' content='text/html; charset=utf-7'>+ADwAcwBjAHIAaQBwAHQ-!utf-7",
                "<meta content=\"text/html; charset = 'unicode-1-1-utf-7'\">!unicode-1-1-utf-7",
                "<meta charset=IBM037>!IBM037",
                "<meta charset='&#73;BM01140'>!IBM01140",
                "<meta charset=x-EBCDIC-International>!x-EBCDIC-International",
                "<?xml version='1.0' encoding='cp500'?><p>!cp500",
                "<p>charset=CP1047</p>!CP1047"
            })
    void pageThatNamesAnEncodingInWhichMarkupLooksOtherwiseIsRefused(String page, String subject) {
        Objection objection = refused(chunk("text/html", page));
        assertThat(objection.rule()).isEqualTo(Rule.VARIANT);
        assertThat(objection.subject()).contains(subject);
    }

    @Test
    void typeThatNamesSuchAnEncodingIsRefusedToo() {
        assertThat(refused(chunk("text/html; charset=utf-7", "<p>")).rule()).isEqualTo(Rule.VARIANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-8",
                "UTF-16",
                "windows-1252",
                "cp1252",
                "IBM850",
                "cp437",
                "ISO-8859-15",
                "gb2312",
                "Shift_JIS",
                "ks_c_5601-1987",
                "macintosh"
            })
    void pageInAnEncodingOfPersonalComputersPasses(String encoding) {
        byte[] document = chunk("text/html; charset=" + encoding, "<meta charset='%s'><p>".formatted(encoding));
        assertThat(laboratory.inspect("a.docx", document).objection()).isEmpty();
    }

    @Test
    void pageInTheLettersOfMainframesIsRefused() {
        String page = "<?xml version='1.0' encoding='IBM037'?><html><body>text</body></html>";
        byte[] document = new WordDocument()
                .part("word/chunk.dat", page.getBytes(Charset.forName("IBM037")))
                .declared("/word/chunk.dat", "text/html")
                .internal("aFChunk", "chunk.dat")
                .bytes();
        assertThat(refused(document).rule()).isEqualTo(Rule.VARIANT);
        assertThat(refused(document).subject()).contains("EBCDIC");
        assertThat(laboratory.refusal("a.docx", chunk("text/html", "Lo, a page")))
                .isEmpty();
    }

    @Test
    void refusalSaysOnWhichSheetAndInWhichCellAlsoWhereTheWorkbookComesLater() {
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String link = "<Relationships><Relationship Id='r1' Type='" + office + "/%s' Target='%s'/></Relationships>";
        byte[] workbook = new Archive()
                .with("xl/worksheets/s.xml", "<worksheet><c r='B4'><f>WEBSERVICE(A1)</f></c></worksheet>")
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='" + office + "'><sheet name='Figures' r:id='r1'/></workbook>")
                .with("xl/_rels/workbook.xml.rels", link.formatted("worksheet", "worksheets/s.xml"))
                .with("_rels/.rels", link.formatted("officeDocument", "xl/workbook.xml"))
                .with(
                        "[Content_Types].xml",
                        "<Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-"
                                + "officedocument.spreadsheetml.sheet.main+xml'/></Types>")
                .bytes();
        Objection objection = laboratory.inspect("a.xlsx", workbook).objection().orElseThrow();
        assertThat(objection.rule()).isEqualTo(Rule.FETCHING_FORMULA);
        assertThat(objection.member()).contains("xl/worksheets/s.xml");
        assertThat(objection.part()).contains("sheet Figures, cell B4");
        assertThat(objection.subject()).contains("WEBSERVICE");
    }

    private byte[] chunk(String type, String content) {
        return new WordDocument()
                .part("word/chunk.dat", content)
                .declared("/word/chunk.dat", type)
                .internal("aFChunk", "chunk.dat")
                .bytes();
    }

    private byte[] drawing(String content) {
        return new WordDocument()
                .part("word/drawing1.vml", content)
                .internal("vmlDrawing", "drawing1.vml")
                .bytes();
    }

    private Objection refused(byte[] document) {
        return laboratory.inspect("a.docx", document).objection().orElseThrow();
    }
}
