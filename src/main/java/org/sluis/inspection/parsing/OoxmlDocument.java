package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.sluis.inspection.parsing.Objection.Evidence;
import org.sluis.kernel.Problem;

/**
 * An Office Open XML document (ISO/IEC 29500) while its parts go by. What a part is comes from the package, never from its
 * first bytes. Exactly one main part of a known kind, declared and pointed at; nothing that runs, and nothing fetched from
 * outside.
 */
final class OoxmlDocument {

    private static final String OOXML = MediaTypes.OOXML;

    /** Drawings of Visio, which are taken as objects in documents only. */
    static final String VISIO = "application/vnd.ms-visio.drawing";

    private static final Map<String, String> MAIN_PARTS = Map.of(
            OOXML + "wordprocessingml.document.main+xml",
            OOXML + "wordprocessingml.document",
            OOXML + "spreadsheetml.sheet.main+xml",
            OOXML + "spreadsheetml.sheet",
            OOXML + "presentationml.presentation.main+xml",
            OOXML + "presentationml.presentation",
            "application/vnd.ms-visio.drawing.main+xml",
            VISIO);
    private static final Pattern MACRO_NAMES =
            Pattern.compile(".*vba(project|data|projectsignature\\w*)\\.(bin|xml)|.*/macrosheets/.*|.*/dialogsheets/.*"
                    + "|.*/attachedtoolbars\\.bin");
    private static final Pattern CONTROL_NAMES = Pattern.compile(".*/activex/.*");
    private static final Pattern PIECES = Pattern.compile(".*/\\[\\d+](\\.last)?\\.piece");
    private static final Pattern OPAQUE_NAMES = Pattern.compile(
            "(.*/)?printersettings/?[^/]*\\.bin|.*\\.(odttf|fntdata|sigs|wdp)|\\[trash]/.*|.*/customproperty[^/]*\\.bin"
                    + "|.*/(model|item)\\.data");

    private final Examination examination;
    private final OoxmlPackage parts;
    private final Set<String> names = new HashSet<>();

    OoxmlDocument(Examination examination, OoxmlPackage parts) {
        this.examination = examination;
        this.parts = parts;
    }

    static boolean isOpaque(String name) {
        return OPAQUE_NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** @throws Refusal where the name alone says that something runs, or means the same part as another one */
    void name(String name) {
        String key = PartNames.key(name);
        if (MACRO_NAMES.matcher(key).matches()) {
            examination.object(new Refusal(Rule.MACRO).within(name));
        }
        if (CONTROL_NAMES.matcher(key).matches()) {
            examination.object(new Refusal(Rule.CONTROL).within(name));
        }
        if (PIECES.matcher("/" + key).matches()) {
            throw new Refusal(Rule.VARIANT).within(name);
        }
        if (!names.add(key)) {
            throw new Refusal(Rule.MEMBER_NAMES).within(name);
        }
    }

    /** How XML in the part of this name is read. */
    OoxmlPart rule(String name) {
        return rule(name, OoxmlPart::refusePacked);
    }

    /** @param packed takes the drawings that old ones stand for */
    OoxmlPart rule(String name, Consumer<String> packed) {
        String key = PartNames.key(name);
        return new OoxmlPart(examination::note, parts.uses(key), facts(key).meansDrawing(), packed)
                .objectingTo(examination::object);
    }

    private PartFacts facts(String key) {
        return new PartFacts(key, parts.contentTypes().of(key).orElse(""), parts.kinds(key));
    }

    /** How the part of this name is read. */
    Format format(String name) {
        String key = PartNames.key(name);
        PartFacts facts = facts(key);
        return specimen -> {
            if (specimen.head().length == 0) {
                return;
            }
            try {
                check(specimen, facts);
            } catch (Refusal refusal) {
                throw located(refusal, key);
            }
        };
    }

    private void check(Specimen specimen, PartFacts facts) throws IOException {
        if (facts.key().equals("[content_types].xml")) {
            xml(specimen, new ContentTypes());
        } else if (facts.meansRelationships()) {
            xml(specimen, new Relationships(examination::note));
        } else if (facts.isChunk()) {
            new AltChunk(examination, facts.type()).check(specimen);
        } else if (facts.meansVml()) {
            vml(specimen, facts);
        } else if (facts.meansPage()) {
            throw new Refusal(Rule.WEB_PAGE).detected(Magic.HTML, Evidence.DECLARATION);
        } else if (facts.meansXml() || facts.meansDrawing()) {
            part(specimen);
        } else if (!facts.isOpaque(specimen.head())) {
            undeclared(specimen);
        }
    }

    private void xml(Specimen specimen, XmlRule rule) throws IOException {
        SafeXml.read(specimen.source().stream(), new EventByEvent(rule, examination::object));
    }

    private void part(Specimen specimen) throws IOException {
        PackedDrawings packed = new PackedDrawings();
        OoxmlPart part = rule(specimen.name().name(), packed::add);
        try {
            xml(specimen, part);
        } catch (Refusal refusal) {
            throw part.place().map(refusal::inPart).orElse(refusal);
        }
        if (!packed.isEmpty()) {
            // The part itself has to be complete before what lies in it begins.
            specimen.source().bytes();
            packed.examine(examination, specimen.depth() + 1);
        }
    }

    /** Old programs wrote drawings that are no XML, and read them leniently. */
    private void vml(Specimen specimen, PartFacts facts) throws IOException {
        Bytes bytes = specimen.source().bytes();
        PackedDrawings packed = new PackedDrawings();
        try {
            OoxmlPart part = rule(specimen.name().name(), packed::add);
            SafeXml.read(bytes.stream(), new EventByEvent(part, examination::object));
        } catch (Refusal refusal) {
            if (refusal.objection().rule() != Rule.MALFORMED_XML || !facts.meansNothingButVml()) {
                throw refusal;
            }
            Refusal.unless(!parts.hasHyperlinks(facts.key()), Rule.MALFORMED_XML);
            HtmlContent.read(bytes.stream());
        }
        packed.examine(examination, specimen.depth() + 1);
    }

    /** Nothing says that it is XML; whoever looks into it may still take it for some. */
    private void undeclared(Specimen specimen) throws IOException {
        if (!Markup.begins(specimen.head())) {
            examination.examine(specimen);
            return;
        }
        boolean page = Magic.type(specimen.head(), "").equals(Magic.HTML);
        try {
            part(specimen);
        } catch (Refusal refusal) {
            if (page && refusal.objection().rule() == Rule.MALFORMED_XML) {
                throw new Refusal(Rule.WEB_PAGE).detected(Magic.HTML, Evidence.SIGNATURE);
            }
            throw refusal;
        }
    }

    private Refusal located(Refusal refusal, String key) {
        if (refusal.objection().rule().problem() != Problem.ACTIVE_CONTENT
                || refusal.objection().member().isPresent()) {
            return refusal;
        }
        Optional<String> place = parts.place(key);
        Optional<String> detail = refusal.objection().part();
        return place.map(where -> detail.map(cell -> where + ", " + cell).orElse(where))
                .or(() -> detail)
                .map(refusal::inPart)
                .orElse(refusal);
    }

    /** @return the media type, when all parts have been seen */
    String type() {
        Refusal.unless(parts.mainParts().size() <= 1, Rule.INCONSISTENT);
        return parts.mainParts().stream()
                .filter(names::contains)
                .findFirst()
                .flatMap(parts.contentTypes()::of)
                .map(MAIN_PARTS::get)
                .orElseThrow(() -> new Refusal(Rule.TYPE_NOT_TAKEN));
    }
}
