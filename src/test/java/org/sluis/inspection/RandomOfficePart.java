package org.sluis.inspection;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A document in which a part does something: the part is named, declared, written and reached in one of many ways, of which
 * programs take most for the same.
 */
record RandomOfficePart(
        OfficeConstruct construct,
        OfficePackage.Kind kind,
        String name,
        Declaration declaration,
        List<String> relationships,
        Spelling spelling,
        Look look)
        implements RandomPackage {

    /** How what is said looks in bytes, and where these lie. */
    record Look(Writing writing, Dressing dressing, Enclosure enclosure) {

        static Arbitrary<Look> any() {
            return Combinators.combine(
                            Arbitraries.of(Writing.class),
                            Arbitraries.of(Dressing.class),
                            Arbitraries.of(Enclosure.class))
                    .as(Look::new);
        }

        boolean isPlain() {
            return writing.isLegal() && dressing.isPlain();
        }

        byte[] bytes(String xml) {
            return writing.bytes(dressing.of(xml));
        }
    }

    /** @param type nothing where there is no declaration */
    record Declaration(String type, boolean byExtension) {

        private static final List<String> TYPES = List.of(
                "",
                "application/xml",
                "text/xml; charset=utf-8",
                "APPLICATION/XML",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
                "application/vnd.openxmlformats-officedocument.vmlDrawing",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
                "application/vnd.openxmlformats-officedocument.obfuscatedFont",
                "application/vnd.openxmlformats-officedocument.oleObject",
                "application/vnd.openxmlformats-package.relationships",
                "application/inkml+xml",
                "application/octet-stream",
                "application/x-fontdata",
                "application/pdf",
                "image/png",
                "image/x-emf",
                "model/gltf-binary",
                "video/mp4",
                "text/plain",
                "nonsense");

        static Arbitrary<Declaration> any() {
            return Combinators.combine(Arbitraries.of(TYPES), Arbitraries.of(true, false))
                    .as(Declaration::new);
        }

        void in(OfficePackage document, String part) {
            int dot = part.lastIndexOf('.') + 1;
            if (type.isEmpty()) {
                return;
            }
            if (byExtension && dot > part.lastIndexOf('/') + 1) {
                document.declaredByExtension(part.substring(dot), type);
            } else {
                document.declared("/" + part, type);
            }
        }
    }

    /** How a relationship writes the name of a part beside its own. */
    enum Spelling {
        RELATIVE,
        ABSOLUTE,
        IN_CAPITALS,
        ENCODED,
        ENCODED_TWICE,
        AROUND,
        BACKWARDS,
        WITH_A_FRAGMENT,
        WITH_BLANKS;

        String target(String folder, String name) {
            return switch (this) {
                case RELATIVE -> name;
                case ABSOLUTE -> "/" + folder + name;
                case IN_CAPITALS -> name.toUpperCase(Locale.ROOT);
                case ENCODED -> name.replace("1", "%31").replace(".", "%2e");
                case ENCODED_TWICE -> name.replace("1", "%2531");
                case AROUND -> "./media/../" + name;
                case BACKWARDS -> "..\\" + folder.replace('/', '\\') + name.replace('/', '\\');
                case WITH_A_FRAGMENT -> name + "#x";
                case WITH_BLANKS -> " " + name + "\n";
            };
        }
    }

    private static final List<String> NAMES = List.of(
            "x1.xml",
            "x1.vml",
            "x1.txt",
            "x1.bin",
            "x1",
            "X1.XML",
            "x1.xml.bin",
            "x 1.dat",
            "x1.rels.xml",
            "media/x1.png",
            "media/x1.emf",
            "media/x1.glb",
            "media/x1.wdp",
            "fonts/x1.odttf",
            "fonts/x1.fntdata",
            "printerSettings/printerSettings1.bin",
            "customXml/item1.xml",
            "ink/ink1.xml",
            "embeddings/x1.bin",
            "x1.data");

    private static final List<List<String>> RELATIONSHIP_KINDS = List.of(
            List.of(),
            List.of("footer"),
            List.of("worksheet"),
            List.of("slide"),
            List.of("image"),
            List.of("customXml"),
            List.of("customXml", "ink"),
            List.of("model3d"),
            List.of("oleObject"),
            List.of("package"),
            List.of("somethingNew"),
            List.of("vmlDrawing"),
            List.of("thumbnail", "theme"),
            List.of("printerSettings", "footer"),
            List.of("customProperty", "drawing"),
            List.of("FOOTER", "Image"),
            List.of("font", "image"));

    static Arbitrary<RandomOfficePart> any() {
        return Combinators.combine(
                        Arbitraries.of(OfficeConstruct.class),
                        Arbitraries.of(OfficePackage.Kind.class),
                        Arbitraries.of(NAMES),
                        Declaration.any(),
                        Arbitraries.of(RELATIONSHIP_KINDS),
                        Arbitraries.of(Spelling.class),
                        Look.any())
                .as(RandomOfficePart::new);
    }

    @Override
    public byte[] bytes(boolean doing) {
        OfficePackage document = new OfficePackage(kind);
        String part = kind.folder() + name;
        declaration.in(document, part);
        relationships.forEach(
                found -> document.link(OfficePackage.RELATIONSHIPS + found, spelling.target(kind.folder(), name), ""));
        document.links(part, OfficeConstruct.HYPERLINK).part(part, look.bytes(construct.xml(doing)));
        return look.enclosure.around(document.bytes(), kind.fileName());
    }

    @Override
    public boolean hasTwin() {
        return look.isPlain();
    }

    @Override
    public String fileName() {
        return look.enclosure.fileName(kind.fileName());
    }

    @Override
    public String mediaType() {
        return look.enclosure.mediaType(kind.mediaType());
    }
}
