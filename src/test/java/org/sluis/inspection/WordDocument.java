package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Builds the smallest Word document, with whatever a test wants to put into it. */
public final class WordDocument {

    private final OfficePackage document = new OfficePackage(OfficePackage.Kind.WORD);
    private String body = "<w:p/>";

    public WordDocument body(String xml) {
        body = xml;
        return this;
    }

    /** What the document declares itself to be. */
    public WordDocument mainType(String type) {
        document.mainType(type);
        return this;
    }

    public WordDocument part(String name, byte[] content) {
        document.part(name, content);
        return this;
    }

    public WordDocument part(String name, String content) {
        return part(name, content.getBytes(UTF_8));
    }

    public WordDocument declared(String part, String type) {
        document.declared(part, type);
        return this;
    }

    /** Something outside that the document points at. */
    public WordDocument external(String kind, String target) {
        document.link(OfficePackage.RELATIONSHIPS + kind, target, "TargetMode='External'");
        return this;
    }

    /** Another part that the document points at. */
    public WordDocument internal(String kind, String target) {
        document.link(OfficePackage.RELATIONSHIPS + kind, target, "");
        return this;
    }

    public byte[] bytes() {
        String xml = """
                <?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"\
                 xmlns:v="urn:schemas-microsoft-com:vml"><w:body>%s</w:body></w:document>""".formatted(body);
        return document.main(xml.getBytes(UTF_8)).bytes();
    }
}
