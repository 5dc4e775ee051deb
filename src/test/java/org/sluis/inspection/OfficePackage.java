package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Builds the smallest Office Open XML package of any kind, with whatever a test wants to put into it. */
final class OfficePackage {

    static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.";
    private static final String LIST = "<?xml version='1.0'?><Relationships"
            + " xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>";

    /** Which program opens it. */
    enum Kind {
        WORD("docx", "word/", "document.xml", "wordprocessingml.document"),
        SHEET("xlsx", "xl/", "workbook.xml", "spreadsheetml.sheet"),
        SLIDES("pptx", "ppt/", "presentation.xml", "presentationml.presentation");

        private final String extension;
        private final String folder;
        private final String main;
        private final String type;

        Kind(String extension, String folder, String main, String type) {
            this.extension = extension;
            this.folder = folder;
            this.main = main;
            this.type = CONTENT + type;
        }

        String fileName() {
            return "a." + extension;
        }

        /** Where its parts lie, with a slash at the end. */
        String folder() {
            return folder;
        }

        String mediaType() {
            return type;
        }
    }

    private final Archive archive = new Archive();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private final Kind kind;
    private String mainType;
    private byte[] main = "<?xml version='1.0'?><main/>".getBytes(UTF_8);

    OfficePackage(Kind kind) {
        this.kind = kind;
        this.mainType = kind.type + ".main+xml";
    }

    /** What the document declares itself to be. */
    OfficePackage mainType(String type) {
        mainType = type;
        return this;
    }

    OfficePackage main(byte[] content) {
        main = content;
        return this;
    }

    OfficePackage part(String name, byte[] content) {
        archive.with(name, content);
        return this;
    }

    OfficePackage declared(String part, String type) {
        types.append("<Override PartName='%s' ContentType='%s'/>".formatted(part, type));
        return this;
    }

    OfficePackage declaredByExtension(String extension, String type) {
        types.append("<Default Extension='%s' ContentType='%s'/>".formatted(extension, type));
        return this;
    }

    /** @param how what else the relationship says */
    OfficePackage link(String type, String target, String how) {
        links.append("<Relationship Id='x%d' Type='%s' Target='%s' %s/>".formatted(links.length(), type, target, how));
        return this;
    }

    /** More relationships of the main part. */
    OfficePackage mainLinks(String entries) {
        links.append(entries);
        return this;
    }

    /** The relationships of a part. */
    OfficePackage links(String part, String entries) {
        int name = part.lastIndexOf('/') + 1;
        return part(
                part.substring(0, name) + "_rels/" + part.substring(name) + ".rels",
                LIST.formatted(entries).getBytes(UTF_8));
    }

    byte[] bytes() {
        String path = kind.folder + kind.main;
        String declarations = """
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/%s" ContentType="%s"/>%s</Types>""".formatted(path, mainType, types);
        return part("[Content_Types].xml", declarations.getBytes(UTF_8))
                .links("", "<Relationship Id='r1' Type='%sofficeDocument' Target='%s'/>".formatted(RELATIONSHIPS, path))
                .links(path, links.toString())
                .part(path, main)
                .archive
                .bytes();
    }
}
