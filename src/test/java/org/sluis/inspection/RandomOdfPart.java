package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.sluis.inspection.RandomOfficePart.Look;

/** An OpenDocument in which a file does something: named, listed in the manifest and written in one of many ways. */
record RandomOdfPart(OdfConstruct construct, String kind, String name, String type, Listing listing, Look look)
        implements RandomPackage {

    /** How the manifest lists the file. */
    enum Listing {
        NOT,
        AS_IT_IS,
        TWICE,
        IN_A_FOLDER,
        ENCODED,
        FROM_HERE,
        FROM_THE_ROOT,
        BACKWARDS,
        IN_CAPITALS;

        private static final String ENTRY = "<m:file-entry m:full-path='%s' m:media-type='%s'/>";

        String entries(String name, String type) {
            String entry = ENTRY.formatted(name, type);
            return switch (this) {
                case NOT -> "";
                case AS_IT_IS -> entry;
                case TWICE -> entry + entry;
                case IN_A_FOLDER -> entry + ENTRY.formatted(name.replaceFirst("[^/]*$", "") + ".", PREFIX + "formula");
                case ENCODED -> ENTRY.formatted(name.replace("e", "%65").replace(" ", "%20"), type);
                case FROM_HERE -> ENTRY.formatted("./" + name, type);
                case FROM_THE_ROOT -> ENTRY.formatted("/" + name, type);
                case BACKWARDS -> ENTRY.formatted(name.replace('/', '\\'), type);
                case IN_CAPITALS -> ENTRY.formatted(name.toUpperCase(Locale.ROOT), type);
            };
        }
    }

    private static final String CONTENT = "content.xml";
    private static final String PREFIX = "application/vnd.oasis.opendocument.";

    private static final List<String> NAMES = List.of(
            CONTENT,
            "styles.xml",
            "meta.xml",
            "settings.xml",
            "STYLES.XML",
            "Object 1/content.xml",
            "Object 1/styles.xml",
            "Object 1/Object 2/content.xml",
            "Object 1/settings.bin",
            "Object 1",
            "ObjectReplacements/Object 1",
            "Configurations2/menubar/menubar.xml",
            "Configurations2/accelerator/current.xml",
            "META-INF/documentsignatures.xml",
            "manifest.rdf",
            "layout-cache",
            "Pictures/1.png",
            "Pictures/1.svg",
            "Pictures/1.svm",
            "Pictures/1",
            "Thumbnails/thumbnail.png",
            "Fonts/x.ttf",
            "media/x.json",
            "models/x.gltf",
            "VersionList.xml",
            "Versions/Version1",
            "Dialogues/x.xdl",
            "content.xml.bin",
            "x");

    private static final List<String> TYPES = List.of(
            "",
            "text/xml",
            "TEXT/XML; charset=utf-8",
            "application/xml",
            "application/rdf+xml",
            "application/octet-stream",
            "application/binary",
            "application/x-openoffice-gdimetafile",
            "application/vnd.sun.star.oleobject",
            PREFIX + "formula",
            "application/x-font-ttf",
            "model/gltf+json",
            "image/png",
            "image/svg+xml",
            "text/plain",
            "text/html",
            "nonsense");

    static Arbitrary<RandomOdfPart> any() {
        return Combinators.combine(
                        Arbitraries.of(OdfConstruct.class),
                        Arbitraries.of("text odt", "spreadsheet ods", "presentation odp"),
                        Arbitraries.of(NAMES),
                        Arbitraries.of(TYPES),
                        Arbitraries.of(Listing.class),
                        Look.any())
                .as(RandomOdfPart::new);
    }

    @Override
    public byte[] bytes(boolean doing) {
        Archive archive = new Archive().stored("mimetype", mimetype().getBytes(US_ASCII));
        archive.with(name, look.bytes(construct.xml(doing)));
        if (!name.equals(CONTENT)) {
            archive.with(CONTENT, "<?xml version='1.0'?><office/>");
        }
        byte[] manifest = ("<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                        + listing.entries(name, type) + "</m:manifest>")
                .getBytes(UTF_8);
        return look.enclosure()
                .around(archive.with("META-INF/manifest.xml", manifest).bytes(), document());
    }

    private String mimetype() {
        return PREFIX + kind.split(" ", 2)[0];
    }

    private String document() {
        return "a." + kind.split(" ", 2)[1];
    }

    @Override
    public boolean hasTwin() {
        boolean mayBeDrawing =
                type.startsWith("image/svg") || !name.toLowerCase(Locale.ROOT).endsWith(".xml");
        return look.isPlain() && !(construct.isNamedAsInDrawings() && mayBeDrawing);
    }

    @Override
    public String fileName() {
        return look.enclosure().fileName(document());
    }

    @Override
    public String mediaType() {
        return look.enclosure().mediaType(mimetype());
    }
}
