package org.sluis.inspection;

/** Builds the smallest Word document, with whatever a test wants to put into it. */
public final class WordDocument {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.";

    private final Archive archive = new Archive();
    private final StringBuilder overrides = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private String mainType = CONTENT + "wordprocessingml.document.main+xml";
    private String body = "<w:p/>";

    public WordDocument body(String xml) {
        body = xml;
        return this;
    }

    /** What the document declares itself to be. */
    public WordDocument mainType(String type) {
        mainType = type;
        return this;
    }

    public WordDocument part(String name, byte[] content) {
        archive.with(name, content);
        return this;
    }

    public WordDocument part(String name, String content) {
        archive.with(name, content);
        return this;
    }

    public WordDocument declared(String part, String type) {
        overrides.append("<Override PartName='%s' ContentType='%s'/>".formatted(part, type));
        return this;
    }

    /** Something outside that the document points at. */
    public WordDocument external(String kind, String target) {
        links.append("<Relationship Id='x%d' Type='%s' Target='%s' TargetMode='External'/>"
                .formatted(links.length(), RELATIONSHIPS + kind, target));
        return this;
    }

    /** Another part that the document points at. */
    public WordDocument internal(String kind, String target) {
        links.append("<Relationship Id='x%d' Type='%s' Target='%s'/>"
                .formatted(links.length(), RELATIONSHIPS + kind, target));
        return this;
    }

    public byte[] bytes() {
        return archive.with("[Content_Types].xml", """
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/word/document.xml" ContentType="%s"/>%s</Types>""".formatted(mainType, overrides))
                .with(
                        "_rels/.rels",
                        relationships("<Relationship Id='r1' Type='%sofficeDocument' Target='word/document.xml'/>"
                                .formatted(RELATIONSHIPS)))
                .with("word/_rels/document.xml.rels", relationships(links.toString()))
                .with("word/document.xml", """
                        <?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"\
                         xmlns:v="urn:schemas-microsoft-com:vml"><w:body>%s</w:body></w:document>""".formatted(body))
                .bytes();
    }

    private static String relationships(String entries) {
        return "<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + entries + "</Relationships>";
    }
}
