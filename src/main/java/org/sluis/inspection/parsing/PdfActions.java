package org.sluis.inspection.parsing;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Actions of a PDF document (ISO 32000-2, 12.6). Whatever calls itself one is one wherever it stands; only an element of
 * the document's structure may have the name of an action as its type, where it has nothing that the action would need.
 * Links to the web and to other files on the reader's own machine wait for a click.
 */
final class PdfActions {

    private static final Map<String, Rule> REFUSED = Map.of(
            "JavaScript", Rule.PDF_SCRIPT,
            "Launch", Rule.PDF_LAUNCH,
            "SubmitForm", Rule.PDF_FORM_SENDING,
            "ImportData", Rule.PDF_OTHER_FILE,
            "Rendition", Rule.PDF_MEDIA,
            "Movie", Rule.PDF_MEDIA,
            "Sound", Rule.PDF_MEDIA,
            "RichMediaExecute", Rule.PDF_MEDIA);
    private static final Set<String> INTO_FILES = Set.of("GoToR", "GoToE", "Thread");
    private static final Set<String> BY_THEMSELVES = Set.of("URI", "GoToR", "GoToE", "Thread");
    /** The button of the mouse goes down or up on a field: both are clicks. */
    private static final Set<String> CLICKS = Set.of("D", "U");

    private static final Set<String> NEEDED = Set.of(
            "F",
            "UF",
            "FS",
            "Win",
            "Mac",
            "Unix",
            "DOS",
            "JS",
            "Fields",
            "Sound",
            "Annotation",
            "OP",
            "AN",
            "TA",
            "CMD",
            "Next",
            "Operation",
            "Instance",
            "TI",
            "NewWindow");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+:\\d{1,5}([/?#].*)?");
    private static final COSName NEXT = COSName.getPDFName("Next");
    private static final COSName ON_CLICK = COSName.getPDFName("PA");
    private static final COSName URI = COSName.getPDFName("URI");
    /** Of time stamps and of pages about certificates. */
    private static final COSName URL = COSName.getPDFName("URL");

    private static final COSName BASE = COSName.getPDFName("Base");
    private static final COSName STRUCTURE_ELEMENT = COSName.getPDFName("StructElem");
    private static final int MAX_CHAIN = 50;

    private final Examination examination;

    PdfActions(Examination examination) {
        this.examination = examination;
    }

    /** @throws Refusal where it is an action that may not be, or leads to one */
    void check(COSDictionary dictionary) {
        if (!isOnlyStructure(dictionary)) {
            action(dictionary);
        }
        Stream.of(COSName.A, ON_CLICK, COSName.OPEN_ACTION, NEXT)
                .forEach(key -> each(dictionary.getDictionaryObject(key), this::action));
        opening(dictionary.getDictionaryObject(COSName.OPEN_ACTION), 0);
        if (dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary triggers) {
            for (COSName trigger : triggers.keySet()) {
                COSBase started = triggers.getDictionaryObject(trigger);
                each(started, this::action);
                if (!CLICKS.contains(trigger.getName())) {
                    opening(started, 0);
                }
            }
        }
        Stream.of(URI, BASE, URL).forEach(key -> address(dictionary.getDictionaryObject(key)));
    }

    /** An element of the structure has a parent and no more of an action than its name. */
    private static boolean isOnlyStructure(COSDictionary dictionary) {
        boolean element = STRUCTURE_ELEMENT.equals(dictionary.getDictionaryObject(COSName.TYPE))
                || (!dictionary.containsKey(COSName.TYPE)
                        && dictionary.getDictionaryObject(COSName.P) instanceof COSDictionary);
        return element
                && !(dictionary.getDictionaryObject(COSName.R) instanceof COSDictionary)
                && dictionary.keySet().stream().map(COSName::getName).noneMatch(NEEDED::contains);
    }

    private void action(COSDictionary action) {
        String kind = PdfRules.name(action, COSName.S);
        if (REFUSED.containsKey(kind)) {
            throw new Refusal(REFUSED.get(kind)).naming(subject(action, kind));
        }
        if (INTO_FILES.contains(kind)) {
            otherFile(action, kind);
        }
    }

    private void otherFile(COSDictionary action, String kind) {
        COSBase target = action.getDictionaryObject(COSName.F);
        if (target == null && !kind.equals("GoToR")) {
            return;
        }
        for (String name : PdfAttachments.names(target)) {
            if (isUrl(target) || !Links.isHyperlink(name) || Links.isElsewhere(name)) {
                throw new Refusal(Rule.PDF_OTHER_FILE).naming(name);
            }
            if (new FileName(name).isOfProgram()) {
                throw new Refusal(Rule.PDF_LAUNCH).naming(name);
            }
        }
        examination.note(ContentNotice.Kind.LINKED_FILE, file(target));
    }

    private static boolean isUrl(@Nullable COSBase target) {
        return target instanceof COSDictionary specification && specification.containsKey(COSName.FS);
    }

    private static void opening(@Nullable COSBase started, int depth) {
        each(started, action -> {
            String kind = PdfRules.name(action, COSName.S);
            boolean inside = kind.equals("Thread") && !action.containsKey(COSName.F);
            if (BY_THEMSELVES.contains(kind) && !inside) {
                throw new Refusal(kind.equals("URI") ? Rule.PDF_OPENING : Rule.PDF_OTHER_FILE)
                        .naming(subject(action, kind));
            }
            Refusal.unless(depth < MAX_CHAIN, Rule.NESTING);
            opening(action.getDictionaryObject(NEXT), depth + 1);
        });
    }

    private static void each(@Nullable COSBase value, java.util.function.Consumer<COSDictionary> check) {
        if (value instanceof COSDictionary dictionary) {
            check.accept(dictionary);
        } else if (value instanceof COSArray array) {
            for (int index = 0; index < array.size(); index++) {
                if (array.getObject(index) instanceof COSDictionary dictionary) {
                    check.accept(dictionary);
                }
            }
        }
    }

    private static void address(@Nullable COSBase value) {
        if (!(value instanceof COSString text)) {
            return;
        }
        String address = text.getString();
        if (Links.runs(address)) {
            throw new Refusal(Rule.PDF_LAUNCH).naming(address);
        }
        if (Links.isHyperlink(address) || HOST_AND_PORT.matcher(address.strip()).matches()) {
            return;
        }
        String plain =
                address.replaceAll("[\\x00-\\x20]", "").replace('\\', '/').toLowerCase(java.util.Locale.ROOT);
        Rule rule = plain.startsWith("javascript:")
                ? Rule.PDF_SCRIPT
                : plain.startsWith("//") || plain.startsWith("file:") ? Rule.NETWORK_SHARE : Rule.UNSAFE_LINK;
        throw new Refusal(rule).naming(address);
    }

    private static String subject(COSDictionary action, String kind) {
        if (action.getDictionaryObject(URI) instanceof COSString address) {
            return address.getString();
        }
        String file = file(action.getDictionaryObject(COSName.F));
        return file.isEmpty() ? kind : file;
    }

    /** The name of a file specification as a person reads it. */
    static String file(@Nullable COSBase specification) {
        return PdfAttachments.names(specification).stream().findFirst().orElse("");
    }
}
