package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Builds the smallest OpenDocument text, with whatever a test wants to put into it. */
final class WrittenText {

    private final Archive archive = new Archive();
    private String type = "application/vnd.oasis.opendocument.text";
    private String body = "<text:p/>";
    private String manifestEntry =
            "<manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml'/>";
    private String manifestProlog = "";
    private boolean begun;

    WrittenText type(String other) {
        type = other;
        return this;
    }

    WrittenText body(String xml) {
        body = xml;
        return this;
    }

    WrittenText manifestEntry(String xml) {
        manifestEntry = xml;
        return this;
    }

    /** A file that the manifest lists under a type. */
    WrittenText declared(String name, String mediaType, byte[] content) {
        manifestEntry +=
                "<manifest:file-entry manifest:full-path='%s' manifest:media-type='%s'/>".formatted(name, mediaType);
        return part(name, content);
    }

    WrittenText declared(String name, String mediaType, String content) {
        return declared(name, mediaType, content.getBytes(UTF_8));
    }

    /** A file that the manifest does not list. */
    WrittenText part(String name, String content) {
        return part(name, content.getBytes(UTF_8));
    }

    WrittenText part(String name, byte[] content) {
        begin();
        archive.with(name, content);
        return this;
    }

    /** What stands before the outermost element of the manifest. */
    WrittenText manifestProlog(String text) {
        manifestProlog = text;
        return this;
    }

    private void begin() {
        if (!begun) {
            archive.stored("mimetype", type.getBytes(US_ASCII));
            begun = true;
        }
    }

    byte[] bytes() {
        begin();
        return archive.with("content.xml", """
                <?xml version="1.0"?><office:document-content\
                 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"\
                 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"\
                 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"\
                 xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"\
                 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"\
                 xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"\
                 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"\
                 xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0"\
                 xmlns:xlink="http://www.w3.org/1999/xlink"><office:body>%s</office:body></office:document-content>""".formatted(body))
                .with("META-INF/manifest.xml", """
                        <?xml version="1.0"?>%s<manifest:manifest\
                         xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">%s</manifest:manifest>""".formatted(manifestProlog, manifestEntry))
                .bytes();
    }
}
