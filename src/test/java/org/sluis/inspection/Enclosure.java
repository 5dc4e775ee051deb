package org.sluis.inspection;

import java.util.Locale;

/** Where a document lies: by itself, or in another one under a name and a type that may not be its own. */
enum Enclosure {
    NONE,
    ARCHIVE,
    ARCHIVE_IN_ARCHIVE,
    OFFICE_OBJECT,
    OFFICE_PICTURE,
    OFFICE_FONT,
    OPEN_DOCUMENT_OBJECT,
    OPEN_DOCUMENT_UNLISTED;

    byte[] around(byte[] document, String name) {
        return switch (this) {
            case NONE -> document;
            case ARCHIVE -> new Archive().with("a/" + name, document).bytes();
            case ARCHIVE_IN_ARCHIVE ->
                new Archive().with("a.zip", ARCHIVE.around(document, name)).bytes();
            case OFFICE_OBJECT -> office("embeddings/" + name, "package", "application/octet-stream", document);
            case OFFICE_PICTURE -> office("media/x.bin", "image", "image/png", document);
            case OFFICE_FONT -> office("fonts/x.fntdata", "font", "application/x-fontdata", document);
            case OPEN_DOCUMENT_OBJECT ->
                new WrittenText()
                        .declared("Object 1", "application/vnd.sun.star.oleobject", document)
                        .bytes();
            case OPEN_DOCUMENT_UNLISTED ->
                new WrittenText().part("x/" + name, document).bytes();
        };
    }

    private static byte[] office(String name, String kind, String type, byte[] content) {
        return new OfficePackage(OfficePackage.Kind.WORD)
                .part("word/" + name, content)
                .declared("/word/" + name, type)
                .link(OfficePackage.RELATIONSHIPS + kind, name, "")
                .bytes();
    }

    String fileName(String name) {
        return switch (kind()) {
            case "NONE" -> name;
            case "ARCHIVE" -> "a.zip";
            case "OFFICE" -> "a.docx";
            default -> "a.odt";
        };
    }

    String mediaType(String type) {
        return switch (kind()) {
            case "NONE" -> type;
            case "ARCHIVE" -> "application/zip";
            case "OFFICE" -> OfficePackage.Kind.WORD.mediaType();
            default -> "application/vnd.oasis.opendocument.text";
        };
    }

    private String kind() {
        return name().split("_", 2)[0].toUpperCase(Locale.ROOT);
    }
}
