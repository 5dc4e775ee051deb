package org.sluis.inspection.parsing;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.sluis.inspection.parsing.ContentNotice.Kind;
import org.sluis.inspection.parsing.Links.Place;

/**
 * A relationships part (ISO/IEC 29500-2): what a part points at. Outside the document only ordinary hyperlinks may point,
 * and what the reader's own machine has or has not; nothing that would be fetched from another one.
 */
final class Relationships implements XmlRule {

    private static final Set<String> MACROS = Set.of(
            "attachedtoolbars",
            "jsaproject",
            "keymapcustomizations",
            "vbaproject",
            "wordvbadata",
            "xlintlmacrosheet",
            "xlmacrosheet");
    private static final Set<String> CONTROLS = Set.of("activexcontrolbinary", "control");
    private static final Set<String> WORKBOOKS = Set.of(
            "externallinkpath",
            "externallinklongpath",
            "xlalternatestartup",
            "xllibrary",
            "xlpathmissing",
            "xlstartup",
            "xllibrarypath",
            "xlstartuppath",
            "alternatepath");
    private static final Set<String> MEDIA = Set.of("audio", "media", "video");
    private static final Pattern OFFICE_FILE = Pattern.compile(
            "(?is).*\\.(csv|doc[xm]?|od[tsp]|pp[ts][xm]?|pot[xm]?|rtf|txt|xl[st][xmb]?|vsdx?|pdf)([!#?].*)?");

    private final BiConsumer<Kind, String> notices;

    Relationships(BiConsumer<Kind, String> notices) {
        this.notices = notices;
    }

    @Override
    public void start(XMLStreamReader element) {
        Relationship.of(element).ifPresent(this::check);
    }

    private void check(Relationship found) {
        if (MACROS.contains(found.kind())) {
            throw new Refusal(Rule.MACRO).naming(found.target());
        }
        if (CONTROLS.contains(found.kind())) {
            throw new Refusal(Rule.CONTROL).naming(found.target());
        }
        if (found.kind().equals("hyperlink")) {
            Links.checkClick(found.target());
        } else if (found.outside()) {
            outside(found);
        } else {
            inside(found);
        }
    }

    private void outside(Relationship found) {
        String target = found.target();
        switch (found.kind()) {
            case "attachedtemplate" -> own(target, Rule.REMOTE_TEMPLATE, Kind.ATTACHED_TEMPLATE);
            case "image" -> own(target, Rule.REMOTE_PICTURE, Kind.LINKED_PICTURE);
            case "oleobject", "package" -> object(target);
            default -> {
                if (WORKBOOKS.contains(found.kind())) {
                    own(target, Rule.REMOTE_WORKBOOK, Kind.LINKED_WORKBOOK);
                } else if (MEDIA.contains(found.kind())) {
                    own(target, Rule.REMOTE_CONTENT, Kind.LINKED_FILE);
                } else {
                    Links.checkFetch(target, rule(found.kind()));
                    throw new Refusal(rule(found.kind())).naming(target);
                }
            }
        }
    }

    private static Rule rule(String kind) {
        return switch (kind) {
            case "mailmergesource", "mailmergeheadersource", "recipientdata", "connections", "querytable" ->
                Rule.DATA_CONNECTION;
            default -> Rule.REMOTE_CONTENT;
        };
    }

    /** A linked object shows what a program made of another file: of a document, on the reader's own machine. */
    private void object(String target) {
        Links.checkFetch(target, Rule.LINKED_OBJECT);
        if (!OFFICE_FILE.matcher(target).matches()) {
            throw new Refusal(Rule.LINKED_OBJECT).naming(target);
        }
        notices.accept(Kind.LINKED_WORKBOOK, target);
    }

    private void own(String target, Rule remote, Kind notice) {
        Links.checkFetch(target, remote);
        notices.accept(notice, target);
    }

    /** A part of the package, which some programs would look for elsewhere. */
    private static void inside(Relationship found) {
        Place place = Links.place(found.target());
        if (place == Place.SHARE) {
            throw new Refusal(Rule.NETWORK_SHARE).naming(found.target());
        }
        if (place == Place.WEB || place == Place.HANDLER || place == Place.CONTACT) {
            throw new Refusal(Rule.REMOTE_CONTENT).naming(found.target());
        }
    }
}
