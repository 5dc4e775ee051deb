package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Word keeps the drawing that an old drawing stands for as a package in an attribute, and prefers it. */
class PackedDrawingsTest {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String ORDINARY =
            "<a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'/>";

    private final Laboratory laboratory = Laboratory.shared();

    /** As Word writes it. */
    private static Archive drawing(String shape) {
        return new Archive()
                .with("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/drs/e2oDoc.xml" ContentType="application/vnd.ms-office.DrsE2oDoc+xml"/></Types>""")
                .with("_rels/.rels", related("graphicFrameDoc", "drs/e2oDoc.xml", ""))
                .with("drs/e2oDoc.xml", shape);
    }

    private static String related(String kind, String target, String mode) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='rId1' Type='" + RELATIONSHIPS + kind + "' Target='" + target + "'" + mode
                + "/></Relationships>";
    }

    private static String shape(Archive drawing) {
        return shape(Base64.getMimeEncoder().encodeToString(drawing.bytes()).replace("\r\n", "&#xA;"));
    }

    private static String shape(String data) {
        return "<v:rect xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office' o:gfxdata='"
                + data + "'/>";
    }

    private Inspection inspect(String body) {
        return laboratory.inspect(
                "a.docx", new WordDocument().body("<w:p>" + body + "</w:p>").bytes());
    }

    private void refused(Rule rule, String member, String body) {
        Objection objection = inspect(body).objection().orElseThrow();
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.member()).contains(member);
    }

    @Test
    void ordinaryDrawingPassesAndIsScanned() {
        byte[] picture = Pictures.of("png");
        Archive drawing = drawing(ORDINARY)
                .with("drs/_rels/e2oDoc.xml.rels", related("image", "media/image1.png", ""))
                .with("drs/media/image1.png", picture);
        assertThat(inspect(shape(drawing) + shape(drawing(ORDINARY)) + shape(""))
                        .objection())
                .isEmpty();
        assertThat(laboratory.scanned()).contains(picture.length, drawing.bytes().length);
    }

    @Test
    void pictureElsewhereIsRefused() {
        Archive drawing = drawing(ORDINARY)
                .with(
                        "drs/_rels/e2oDoc.xml.rels",
                        related("image", "https://evil.example/x.png", " TargetMode='External'"));
        refused(
                Rule.REMOTE_PICTURE,
                "word/document.xml/gfxdata (2)/drs/_rels/e2oDoc.xml.rels",
                shape(drawing(ORDINARY)) + shape(drawing));
    }

    @Test
    void macrosAndMalwareInItAreFound() {
        refused(
                Rule.MACRO,
                "word/document.xml/gfxdata/word/vbaProject.bin",
                shape(drawing(ORDINARY).with("word/vbaProject.bin", "x")));
        refused(
                Rule.UNSAFE_LINK,
                "word/document.xml/gfxdata/drs/e2oDoc.xml",
                shape(drawing("<v:rect xmlns:v='urn:schemas-microsoft-com:vml' href='javascript:x'/>")));
        byte[] malware = Laboratory.MALWARE.getBytes(UTF_8);
        assertThat(inspect(shape(drawing(ORDINARY).with("drs/media/image1.png", malware)))
                        .objection()
                        .map(Objection::rule))
                .contains(Rule.MALWARE);
    }

    @Test
    void faultyXmlInItIsNoReasonToReadTheOuterDrawingLeniently() {
        byte[] document = new WordDocument()
                .internal("vmlDrawing", "x.vml")
                .part("word/x.vml", shape(drawing("<a><b></a>")))
                .bytes();
        assertThat(laboratory.inspect("a.docx", document).objection().map(Objection::rule))
                .contains(Rule.MALFORMED_XML);
    }

    @Test
    void copyKeepsOrdinaryDrawingsAndTheOldOneInThePlaceOfARefusedOne() {
        Archive hostile = drawing(ORDINARY)
                .with(
                        "drs/_rels/e2oDoc.xml.rels",
                        related("image", "https://evil.example/x.png", " TargetMode='External'"));
        CopyMade copy = CopyMade.of(
                "a.docx",
                new WordDocument()
                        .body("<w:p>" + shape(drawing(ORDINARY)) + shape(hostile) + "</w:p>")
                        .bytes());
        String document = copy.members().getOrDefault("word/document.xml", "");
        assertThat(document.split("<v:rect ", -1)).hasSize(3);
        assertThat(document.split("gfxdata=", -1)).hasSize(2);
        assertThat(copy.rules()).containsExactly(Rule.REMOTE_PICTURE);
    }

    @Test
    void whatIsNoPackageOfADrawingIsRefused() {
        refused(Rule.UNKNOWN_OBJECT, "word/document.xml", shape("AAAA"));
        refused(Rule.UNKNOWN_OBJECT, "word/document.xml", shape("A"));
        refused(Rule.UNKNOWN_OBJECT, "word/document.xml/gfxdata", shape(Archive.ofText("a.txt")));
    }
}
