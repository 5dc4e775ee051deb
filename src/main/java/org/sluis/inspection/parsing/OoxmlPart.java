package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.sluis.inspection.parsing.ContentNotice.Kind;

/**
 * A part of an Office Open XML document. Looks for what fetches or runs without being a macro: fields of Word, formulas
 * and connections of Excel, actions of PowerPoint, old drawings, drawings of browsers in whichever place.
 */
final class OoxmlPart implements XmlRule {

    private static final Pattern RUNNING_ACTION = Pattern.compile("(?is)\\s*ppaction://(program|macro|ole).*");
    private static final Pattern SLIDE_ACTION = Pattern.compile("(?is)\\s*ppaction://(?!hlinkfile|hlinkpres).*");
    private static final Pattern OTHER_WORKBOOKS_MACRO = Pattern.compile(".*(\\[(?!0])|[|:/\\\\]).*", Pattern.DOTALL);
    private static final String FLAT_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage";
    private static final String OLD_DRAWINGS = "urn:schemas-microsoft-com:";
    private static final Set<String> OLD_PICTURES = Set.of("background", "fill", "image", "imagedata", "stroke");
    /** What they call so says how pages are made of them. */
    private static final String PRESENTATIONS = "presentationml";

    private static final String DATA_MODEL = "Data Model Connection";

    private final BiConsumer<Kind, String> notices;
    private final List<FieldReader> fields;
    private final SheetFormulas formulas = new SheetFormulas();
    private final PartAddresses addresses = new PartAddresses();
    private final RelationshipUses uses;
    private final DrawingsWithin drawings;
    private final Consumer<String> packed;
    private final Questions questions = new Questions();

    /**
     * @param uses of the part's relationships
     * @param drawing whether the part is a drawing of browsers as a whole
     * @param packed takes the drawings that old ones stand for
     */
    OoxmlPart(BiConsumer<Kind, String> notices, RelationshipUses uses, boolean drawing, Consumer<String> packed) {
        this.notices = notices;
        this.uses = uses;
        this.packed = packed;
        this.drawings = new DrawingsWithin(drawing);
        this.fields = FieldReader.all(notices);
    }

    /** One of no package, whose notices nobody reads. */
    OoxmlPart() {
        this((kind, subject) -> {}, new RelationshipUses(Map.of()), false, OoxmlPart::refusePacked);
    }

    /** Where nobody opens what is packed in an old drawing. */
    static void refusePacked(String letters) {
        if (!letters.isBlank()) {
            throw PackedDrawings.unreadable(letters);
        }
    }

    /** The same, with somebody who knows which refusals are lifted. */
    OoxmlPart objectingTo(Consumer<Refusal> whoever) {
        questions.objectTo(whoever);
        return this;
    }

    /** Where in the part, as far as is known. */
    Optional<String> place() {
        return formulas.place();
    }

    @Override
    public void start(XMLStreamReader element) {
        String namespace = Optional.ofNullable(element.getNamespaceURI()).orElse("");
        if (namespace.equals(FLAT_PACKAGE)) {
            throw new Refusal(Rule.VARIANT).naming(namespace);
        }
        questions.ask(() -> drawings.start(element));
        questions.ask(() -> addresses.start(element));
        questions.ask(() -> uses.check(element));
        if (namespace.startsWith(OLD_DRAWINGS)) {
            questions.ask(() -> oldDrawing(element));
        }
        questions.ask(() -> formulas.start(element));
        fields.forEach(reading -> questions.ask(() -> reading.start(element, namespace)));
        questions.ask(() -> element(element, namespace));
    }

    private void element(XMLStreamReader element, String namespace) {
        switch (element.getLocalName()) {
            case "ddeLink" ->
                throw new Refusal(Rule.DDE)
                        .naming(Attributes.named(element, "ddeService") + "|" + Attributes.named(element, "ddeTopic"));
            case "webPr" -> connection(!namespace.contains(PRESENTATIONS), Attributes.named(element, "url"));
            case "olapPr" ->
                connection(
                        !Attributes.named(element, "localConnection").isEmpty(),
                        Attributes.named(element, "localConnection"));
            case "dbPr", "oledbPr", "dataFeedPr" ->
                connection(
                        !Attributes.named(element, "connection").equals(DATA_MODEL),
                        Attributes.named(element, "connection"));
            case "connection" -> {
                Links.checkFetch(Attributes.named(element, "odcFile"), Rule.DATA_CONNECTION);
                Links.checkFetch(Attributes.named(element, "sourceFile"), Rule.DATA_CONNECTION);
            }
            case "Schema" -> Links.checkFetch(Attributes.named(element, "SchemaRef"), Rule.REMOTE_CONTENT);
            case "DataBinding" -> Links.checkFetch(Attributes.named(element, "FileBindingName"), Rule.DATA_CONNECTION);
            case "macrosheet", "dialogsheet" -> throw new Refusal(Rule.MACRO).naming(element.getLocalName());
            case "entryMacro", "exitMacro" -> {
                String macro = Attributes.named(element, "val");
                refuse(!macro.isBlank(), Rule.MACRO, macro);
            }
            case "webextension" -> throw new Refusal(Rule.CONTROL).naming(element.getLocalName());
            case "textPr" -> textFile(Attributes.named(element, "sourceFile"));
            case "connectString", "udl" -> connection(true, Attributes.named(element, "val"));
            case "schema" -> Links.checkFetch(Attributes.named(element, "manifestLocation"), Rule.REMOTE_CONTENT);
            case "reference" -> Links.checkFetch(Attributes.named(element, "store"), Rule.REMOTE_CONTENT);
            // Where the workbook is written to as a page, each time that it is saved.
            case "webPublishItem" ->
                Links.checkFetch(Attributes.named(element, "destinationFile"), Rule.REMOTE_CONTENT);
            case "webVideoPr" -> refuse(true, Rule.REMOTE_CONTENT, "embeddedHtml");
            case "cmd" ->
                refuse(
                        Attributes.named(element, "type").equals("verb"),
                        Rule.RUNNING_ACTION,
                        Attributes.named(element, "cmd"));
            case "hlinkClick" -> action(Attributes.named(element, "action"));
            case "hlinkHover", "hlinkMouseOver" -> hover(element);
            default -> {
                // All other elements show something.
            }
        }
        String macro = Attributes.named(element, "macro");
        refuse(OTHER_WORKBOOKS_MACRO.matcher(macro).matches(), Rule.RUNNING_ACTION, macro);
    }

    private void textFile(String file) {
        Links.checkFetch(file, Rule.DATA_CONNECTION);
        if (!file.isBlank()) {
            notices.accept(Kind.LINKED_FILE, file);
        }
    }

    private static void connection(boolean outside, String source) {
        refuse(outside, Rule.DATA_CONNECTION, source);
    }

    private static void action(String action) {
        refuse(RUNNING_ACTION.matcher(action).matches(), Rule.RUNNING_ACTION, action);
    }

    /** What happens without a click may show another slide, and nothing else. */
    private static void hover(XMLStreamReader element) {
        String action = Attributes.named(element, "action");
        action(action);
        boolean leads = Attributes.all(element, "id").stream().anyMatch(id -> !id.isEmpty());
        refuse(leads && !SLIDE_ACTION.matcher(action).matches(), Rule.RUNNING_ACTION, element.getLocalName());
    }

    /** Pictures that stand in the document may say where they came from. */
    private void oldDrawing(XMLStreamReader element) {
        boolean picture = OLD_PICTURES.contains(element.getLocalName());
        for (int index = 0; index < element.getAttributeCount(); index++) {
            String value = element.getAttributeValue(index);
            switch (element.getAttributeLocalName(index).toLowerCase(Locale.ROOT)) {
                case "href" -> {
                    if (picture) {
                        picture(value);
                    } else {
                        Links.checkClick(value);
                    }
                }
                case "src", "althref" -> picture(value);
                case PackedDrawings.ATTRIBUTE -> packed.accept(value);
                default -> {
                    // All other attributes are about lines and colours.
                }
            }
        }
    }

    private void picture(String address) {
        Links.checkFetch(address, Rule.REMOTE_PICTURE);
        if (!Links.isInside(address)) {
            notices.accept(Kind.LINKED_PICTURE, address);
        }
    }

    @Override
    public void text(String text) {
        fields.forEach(reading -> questions.ask(() -> reading.text(text)));
        questions.ask(() -> formulas.text(text));
        questions.ask(() -> drawings.text(text));
        questions.ask(() -> addresses.text(text));
    }

    @Override
    public void end(String localName) {
        fields.forEach(reading -> questions.ask(() -> reading.end(localName)));
        questions.ask(formulas::end);
        questions.ask(() -> drawings.end(localName));
        questions.ask(addresses::end);
    }

    @Override
    public void instruction(String target) {
        drawings.instruction(target);
    }

    @Override
    public void finish() {
        fields.forEach(reading -> reading.finish(questions));
    }

    private static void refuse(boolean breaks, Rule rule, String subject) {
        if (breaks) {
            throw new Refusal(rule).naming(subject);
        }
    }
}
