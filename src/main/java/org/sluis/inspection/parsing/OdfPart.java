package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import org.sluis.inspection.parsing.Links.Place;

/**
 * A file of an OpenDocument. Looks for encryption, scripts, events that run, databases, addresses that are followed by
 * themselves, and formulas that fetch. What lies on the sender's own machine is told as a notice.
 */
final class OdfPart implements XmlRule {

    private static final Set<String> DDE = Set.of("dde-connection-decl", "dde-connection", "dde-link", "dde-source");
    private static final Set<String> DATABASE = Set.of(
            "connection-resource",
            "database-source-sql",
            "database-source-table",
            "database-source-query",
            "submission");
    private static final Set<String> RUNNING_ACTIONS = Set.of("execute", "run-macro", "verb");
    private static final Set<String> FORMULAS = Set.of("formula", "expression", "condition");
    private static final Pattern SCRIPT_ADDRESS =
            Pattern.compile("(?i)vnd\\.sun\\.star\\.(script|expand):.*", Pattern.DOTALL);
    private static final Pattern MACRO_LINK = Pattern.compile("(?i)macro:.*", Pattern.DOTALL);
    /** A quote within the quotes is written twice. */
    private static final Pattern OTHER_DOCUMENT = Pattern.compile("'((?:[^']++|''){1,2000}+)'#");

    private static final Pattern FORMULA_BEGINS = Pattern.compile("^\\s*([a-z]{2,8}:)?=?");
    /** Everything else the office would guess the kind of. */
    private static final Pattern PICTURE_IN_LETTERS =
            Pattern.compile("(?s)(iVBORw0KGgo|/9j/|R0lGOD|Qk0|SUkqA|TU0AK|AQAAA|18aaz|VkNMTVRG|AQAJAAAD|UklGR).*");

    private static final String BAR = "|";
    private static final String XFORMS = "http://www.w3.org/2002/xforms";
    private static final Set<String> ADDRESSES_OF_XFORMS = Set.of("src", "schema", "action", "resource");
    private static final Set<String> MODULES =
            Set.of("http://openoffice.org/2000/script", "http://openoffice.org/2000/dialog");
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private final Examination examination;
    private final StringBuilder letters = new StringBuilder();
    private int script;
    private final StringBuilder setting = new StringBuilder();
    private final Within data = new Within();
    private final Within addressOfSettings = new Within();

    OdfPart(Examination examination) {
        this.examination = examination;
    }

    @Override
    public void start(XMLStreamReader element) {
        String name = element.getLocalName();
        // What is counted goes first: it has to be right although something is refused here and lifted.
        script += name.equals("script") ? 1 : 0;
        data.start(name.equals("binary-data"));
        addressOfSettings.start(
                name.equals("config-item") && Attributes.named(element, "name").endsWith("URL"));
        if (name.equals("encryption-data")) {
            throw new Refusal(Rule.PASSWORD);
        }
        if (DDE.contains(name)) {
            throw new Refusal(Rule.DDE)
                    .naming(Attributes.named(element, "dde-application")
                            + BAR
                            + Attributes.named(element, "dde-topic"));
        }
        if (DATABASE.contains(name)) {
            throw new Refusal(Rule.DATA_CONNECTION).naming(address(element, name));
        }
        if (MODULES.contains(namespace(element))) {
            throw new Refusal(Rule.MACRO).naming(Attributes.named(element, "name"));
        }
        switch (name) {
            case "applet" -> throw new Refusal(Rule.CONTROL).naming(Attributes.named(element, "code"));
            case "execute-macro" -> throw new Refusal(Rule.MACRO).naming(Attributes.named(element, "name"));
            case "event-listener" -> event(element);
            case "module", "source-code", "library-linked" -> refuseInScript(Attributes.named(element, "name"));
            case "command" -> command(Attributes.named(element, "command"));
            case "object-ole" -> object(Attributes.named(element, "class-id"));
            case "param" -> fetched("plugin", Attributes.named(element, "value"));
            case "property", "list-property" -> property(element);
            default -> {
                // What other elements do stands in their attributes.
            }
        }
        if (namespace(element).equals(XFORMS)) {
            ADDRESSES_OF_XFORMS.forEach(
                    key -> Stream.of(Attributes.named(element, key).split("\\s+", -1))
                            .filter(address -> !address.isEmpty())
                            .forEach(address -> fetched("xforms", address)));
        }
        for (int index = 0; index < element.getAttributeCount(); index++) {
            attribute(element, element.getAttributeLocalName(index), element.getAttributeValue(index));
        }
        base(element);
    }

    /** All relative addresses below would lead there. In descriptions of resources it is no more than a name. */
    private static void base(XMLStreamReader element) {
        String base = element.getAttributeValue(XMLConstants.XML_NS_URI, "base");
        if (base != null && !Links.isInside(base) && !namespace(element).equals(RDF)) {
            Links.checkFetch(base, Rule.REMOTE_CONTENT);
            throw new Refusal(Rule.REMOTE_CONTENT).naming(base);
        }
    }

    /** Properties of controls that have no attribute of their own. */
    private void property(XMLStreamReader element) {
        String value = Attributes.named(element, "string-value");
        if (value.isBlank()) {
            return;
        }
        switch (Attributes.named(element, "property-name").toLowerCase(Locale.ROOT)) {
            case "imageurl" -> fetched("image", value);
            case "targeturl" -> OdfCommand.checkClick(value);
            case "url", "datasourcename" -> throw new Refusal(Rule.DATA_CONNECTION).naming(value);
            default -> {
                // Looks, labels and values.
            }
        }
    }

    private static String namespace(XMLStreamReader element) {
        return Optional.ofNullable(element.getNamespaceURI()).orElse("");
    }

    /** Slides have events of their own; what they do stands in an attribute. */
    private static void event(XMLStreamReader element) {
        if (!String.valueOf(element.getNamespaceURI()).contains(":presentation:")) {
            String macro = Attributes.named(element, "macro-name");
            throw new Refusal(Rule.MACRO).naming(macro.isEmpty() ? Attributes.named(element, "href") : macro);
        }
        String action = Attributes.named(element, "action").toLowerCase(Locale.ROOT);
        if (RUNNING_ACTIONS.contains(action)) {
            throw new Refusal(Rule.RUNNING_ACTION).naming(address(element, action));
        }
    }

    /** What an animation does beside moving shapes (ISO/IEC 26300-1, 15.5): a verb starts the program of an object. */
    private static void command(String command) {
        if (command.strip().equals("verb")) {
            throw new Refusal(Rule.RUNNING_ACTION).naming(command);
        }
    }

    private static void object(String classId) {
        Matcher digits =
                Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(classId);
        if (digits.find()) {
            ObjectClass.running(ObjectClass.stored(digits.group().toLowerCase(Locale.ROOT)))
                    .ifPresent(running -> {
                        throw running.refusal();
                    });
        }
    }

    private void attribute(XMLStreamReader element, String name, String value) {
        String plain = value.replaceAll("[\\x00-\\x20]", "");
        if (SCRIPT_ADDRESS.matcher(plain).matches()
                || (name.equals("href") && MACRO_LINK.matcher(plain).matches())) {
            throw new Refusal(Rule.MACRO).naming(value);
        }
        if (!FORMULAS.contains(name) && !name.equals("string-value")) {
            otherDocuments(value);
        }
        if (name.equals("href")) {
            refuseInScript(value);
            address(element.getLocalName(), value);
        } else if (FORMULAS.contains(name) || (name.equals("value") && isOfCalculation(value))) {
            formula(value);
        } else if (name.equals("datasource") && !value.isBlank()) {
            throw new Refusal(Rule.DATA_CONNECTION).naming(value);
        } else if (name.equals("image-data")) {
            fetched("image", value);
        } else if (name.equals("src") && !value.isBlank()) {
            fetched(name, value);
        } else if (name.equals("error-macro") || (name.equals("execute") && value.equals("true"))) {
            throw new Refusal(Rule.MACRO).naming(value);
        }
    }

    /** Formats that depend on a condition hold it as a value. */
    private static boolean isOfCalculation(String value) {
        return value.indexOf('(') > 0
                && Pattern.compile("(?i)webservice|dde|indirect").matcher(value).find();
    }

    private void formula(String value) {
        Formulas.check(FORMULA_BEGINS.matcher(value).replaceFirst(""));
        otherDocuments(value);
    }

    /** Conditions, named ranges and sources of charts refer to cells as formulas do. */
    private void otherDocuments(String value) {
        for (Matcher other = OTHER_DOCUMENT.matcher(value); other.find(); ) {
            fetched("table-source", other.group(1).replace("''", "'"));
        }
    }

    private void address(String element, String address) {
        switch (element) {
            case "a", "area-rectangle", "area-circle", "area-polygon", "event-listener", "button" ->
                OdfCommand.checkClick(address);
            case "toolbaritem", "menuitem", "menu", "item", "statusbaritem", "entry" -> OdfCommand.checkMenu(address);
            case "form" -> {
                if (Links.isElsewhere(address)) {
                    throw new Refusal(Rule.DATA_CONNECTION).naming(address);
                }
            }
            default -> fetched(element, address);
        }
    }

    private void fetched(String element, String address) {
        Links.checkFetch(address, rule(element));
        if (Links.place(address) == Place.OWN_MACHINE) {
            examination.note(notice(element), address);
        } else {
            Refusal.unless(
                    Links.place(address) != Place.ENCLOSED || rule(element) == Rule.REMOTE_PICTURE,
                    Rule.REMOTE_CONTENT);
        }
    }

    private static Rule rule(String element) {
        return switch (element) {
            case "template" -> Rule.REMOTE_TEMPLATE;
            case "object", "object-ole" -> Rule.LINKED_OBJECT;
            case "table-source", "cell-range-source" -> Rule.REMOTE_WORKBOOK;
            case "xforms" -> Rule.DATA_CONNECTION;
            default -> element.endsWith("image") ? Rule.REMOTE_PICTURE : Rule.REMOTE_CONTENT;
        };
    }

    private static ContentNotice.Kind notice(String element) {
        return switch (rule(element)) {
            case REMOTE_TEMPLATE -> ContentNotice.Kind.ATTACHED_TEMPLATE;
            case REMOTE_WORKBOOK -> ContentNotice.Kind.LINKED_WORKBOOK;
            case REMOTE_PICTURE -> ContentNotice.Kind.LINKED_PICTURE;
            default -> ContentNotice.Kind.LINKED_FILE;
        };
    }

    private void refuseInScript(String subject) {
        if (script > 0) {
            throw new Refusal(Rule.MACRO).naming(subject);
        }
    }

    @Override
    public void text(String text) {
        if (script > 0 && !text.isBlank()) {
            throw new Refusal(Rule.MACRO).naming(text.strip());
        }
        addressOfSettings.mustBeOwn(text);
        data.mustBeOwn(text);
        if (addressOfSettings.isInside()) {
            setting.append(text);
        }
        if (data.isInside() && letters.length() < 64) {
            letters.append(text.replaceAll("\\s", ""));
        }
    }

    @Override
    public void end(String localName) {
        if (localName.equals("script")) {
            script--;
        }
        String addresses = addressOfSettings.end() ? take(setting) : "";
        String picture = data.end() ? take(letters) : "";
        paletteElsewhere(addresses);
        Refusal.unless(picture.isEmpty() || PICTURE_IN_LETTERS.matcher(picture).matches(), Rule.UNKNOWN_OBJECT);
    }

    private static String take(StringBuilder read) {
        String all = read.toString();
        read.setLength(0);
        return all;
    }

    /** Drawings name in their settings where their palettes of colours and lines are loaded from. */
    private static void paletteElsewhere(String addresses) {
        for (String address : addresses.split(";", -1)) {
            Place place = Links.place(address);
            if (place == Place.WEB || place == Place.SHARE) {
                Links.checkFetch(address.strip(), Rule.REMOTE_CONTENT);
            }
        }
    }

    private static String address(XMLStreamReader element, String otherwise) {
        String address = Attributes.named(element, "href");
        return address.isEmpty() ? otherwise : address;
    }

    /** Formulas of OpenOffice before 3, and what the office writes of its own menus and bars. */
    @Override
    public Set<String> documentTypes() {
        return Set.of(
                "math:math",
                "math",
                "accel:acceleratorlist",
                "menu:menubar",
                "toolbar:toolbar",
                "statusbar:statusbar",
                "image:imagescontainer",
                "event:events");
    }
}
