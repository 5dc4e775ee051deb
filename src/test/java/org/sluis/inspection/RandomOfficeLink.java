package org.sluis.inspection;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.sluis.inspection.RandomOfficePart.Look;

/** A document in which a relationship leads to something outside, said, written and placed in one of many ways. */
record RandomOfficeLink(
        Outside outside, OfficePackage.Kind kind, String place, String prefix, String mode, String types, Look look)
        implements RandomPackage {

    /** A relationship to something outside, and one that may be there. */
    enum Outside {
        TEMPLATE("attachedTemplate", "https://evil.example/t.dotm", "file:///C:/t.dotx"),
        TEMPLATE_ON_A_SHARE("attachedTemplate", "file://evil/t.dotm", "file:///localhost/C:/t.dotx"),
        OBJECT("oleObject", "mhtml:https://evil.example/x!x-usc:https://evil.example/x", "file:///C:/x.xlsx"),
        OBJECT_ON_A_SHARE("oleObject", "\\\\evil\\x.xlsx", "C:\\x.xlsx!S!R1C1"),
        PACKAGE("package", "https://evil.example/x.xlsx", "x.xlsx"),
        WORKBOOK("externalLinkPath", "\\\\evil\\x.xlsx", "x.xlsx"),
        LONG_WORKBOOK("externalLinkLongPath", "https:\\\\evil.example\\x.xlsx", "D:/x.xlsx"),
        LIBRARY("xlLibrary", "//evil/x.xlam", "x.xlam"),
        MISSING("xlPathMissing", "ftp://evil.example/x.xlsx", "x.xlsx"),
        PICTURE("image", "https://evil.example/p.png", "cid:p.png"),
        PICTURE_ON_A_SHARE("image", "file:////evil/p.png", "file:///C:/p.png"),
        PICTURE_IN_SPACE("image", "htt&#10;ps://evil.example/p.png", "media/p.png"),
        PICTURE_ENCODED("image", "%68ttps%3A//evil.example/p.png", "%70.png"),
        DEVICE("image", "\\\\?\\UNC\\evil\\p.png", "\\\\?\\C:\\p.png"),
        FILM("video", "https://evil.example/v.mp4", "file:///C:/v.mp4"),
        SOUND("audio", "https://evil.example/v.mp3", "v.mp3"),
        MEDIA("media", "//evil/v.mp3", "v.mp3"),
        FRAME("frame", "https://evil.example/", ""),
        CHUNK("aFChunk", "https://evil.example/x.html", ""),
        CHAPTER("subDocument", "https://evil.example/x.docx", ""),
        MERGE("mailMergeSource", "\\\\evil\\x.csv", ""),
        THEME("theme", "https://evil.example/", ""),
        SLIDE("slide", "https://evil.example/x.pptx", ""),
        INK("customXml", "https://evil.example/x.inkml", ""),
        MODEL("model3d", "https://evil.example/x.glb", ""),
        LINK("hyperlink", "ms-msdt:/id", "https://example.org"),
        LINK_TO_SCRIPT("hyperlink", "&#x9;javascript:x", "mailto:a@example.org"),
        LINK_TO_A_SHARE("hyperlink", "\\\\evil\\x", "x.docx#a"),
        LINK_TO_A_SEARCH("hyperlink", "search-ms:query=x", "tel:+32"),
        OTHER("somethingNew", "https://evil.example/", "");

        private final String kind;
        private final String active;
        private final String harmless;

        Outside(String kind, String active, String harmless) {
            this.kind = kind;
            this.active = active;
            this.harmless = harmless;
        }
    }

    private static final List<String> PLACES = List.of(
            "%s_rels/footer1.xml.rels",
            "%s_rels/none.xml.rels",
            "%s_rels/.rels",
            "_rels/x.rels",
            "%s_RELS/Footer1.XML.RELS",
            "customXml/_rels/item1.xml.rels",
            "%sa/b/_rels/c.bin.rels",
            "%sloose.rels");

    private static final List<String> TYPES = List.of(
            OfficePackage.RELATIONSHIPS,
            "http://purl.oclc.org/ooxml/officeDocument/relationships/",
            "http://schemas.microsoft.com/office/2007/relationships/",
            "HTTP://SCHEMAS.OPENXMLFORMATS.ORG/x/",
            "urn:x/",
            "");

    static Arbitrary<RandomOfficeLink> any() {
        return Combinators.combine(
                        Arbitraries.of(Outside.class),
                        Arbitraries.of(OfficePackage.Kind.class),
                        Arbitraries.of(PLACES),
                        Arbitraries.of("", "p"),
                        Arbitraries.of("External", "external", "EXTERNAL", "Other", " External "),
                        Arbitraries.of(TYPES),
                        Look.any())
                .as(RandomOfficeLink::new);
    }

    @Override
    public byte[] bytes(boolean doing) {
        String xml = "<%1$sRelationships xmlns%2$s='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<%1$sRelationship Id='z' Type='" + types + outside.kind + "' TargetMode='" + mode
                + "' Target='" + (doing ? outside.active : outside.harmless).replace("%", "%%")
                + "'/></%1$sRelationships>";
        String declaration = prefix.isEmpty() ? "" : ":" + prefix;
        String before = prefix.isEmpty() ? "" : prefix + ":";
        byte[] document = new OfficePackage(kind)
                .part(place.formatted(kind.folder()), look.bytes(xml.formatted(before, declaration)))
                .bytes();
        return look.enclosure().around(document, kind.fileName());
    }

    @Override
    public boolean hasTwin() {
        return look.isPlain() && !outside.harmless.isEmpty();
    }

    @Override
    public String fileName() {
        return look.enclosure().fileName(kind.fileName());
    }

    @Override
    public String mediaType() {
        return look.enclosure().mediaType(kind.mediaType());
    }
}
