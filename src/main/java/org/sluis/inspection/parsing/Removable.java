package org.sluis.inspection.parsing;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be left out of a document so that the rest of it still says what it said: scripts and actions of a PDF, links of an
 * office document. Not macros, which a document without them would only pretend to be; not malware, and not what nobody can
 * read.
 */
public final class Removable {

    private static final Set<String> OFFICE = MediaTypes.KNOWN.stream()
            .filter(type -> type.startsWith(MediaTypes.OOXML) || type.startsWith(MediaTypes.ODF))
            .flatMap(type -> MediaTypes.extensions(type).stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<Rule> ANYWHERE =
            EnumSet.of(Rule.UNSAFE_LINK, Rule.NETWORK_SHARE, Rule.ATTACHED_PROGRAM, Rule.REMOTE_CONTENT);
    private static final Set<Rule> FROM_PDF = with(
            Rule.PDF_SCRIPT,
            Rule.PDF_LAUNCH,
            Rule.PDF_FORM_SENDING,
            Rule.PDF_OTHER_FILE,
            Rule.PDF_MEDIA,
            Rule.PDF_OPENING,
            Rule.PDF_REMOTE_CONTENT,
            Rule.PDF_DYNAMIC_FORM);
    private static final Set<Rule> FROM_OFFICE = with(
            Rule.SCRIPT,
            Rule.WEB_PAGE,
            Rule.REMOTE_TEMPLATE,
            Rule.REMOTE_PICTURE,
            Rule.LINKED_OBJECT,
            Rule.REMOTE_WORKBOOK,
            Rule.DATA_CONNECTION,
            Rule.DDE,
            Rule.FETCHING_FIELD,
            Rule.FETCHING_FORMULA,
            Rule.RUNNING_ACTION,
            Rule.EQUATION_EDITOR,
            Rule.UNKNOWN_OBJECT);

    private Removable() {}

    private static Set<Rule> with(Rule first, Rule... more) {
        Set<Rule> rules = EnumSet.of(first, more);
        rules.addAll(ANYWHERE);
        return rules;
    }

    /** Whether a copy of the document of this name, without that, can be tried. */
    public static boolean isRemovable(String fileName, Objection objection) {
        String extension = MediaTypes.extension(fileName);
        if (MediaTypes.extensions(MediaTypes.PDF).contains(extension)) {
            return fromPdf(objection);
        }
        return OFFICE.contains(extension) && fromOffice(objection);
    }

    /** A file attached to a PDF document can go, whatever is wrong with it. */
    static boolean fromPdf(Objection objection) {
        boolean attached = objection.member().isPresent() && objection.rule() != Rule.MALWARE;
        return attached || FROM_PDF.contains(objection.rule());
    }

    static boolean fromOffice(Objection objection) {
        return FROM_OFFICE.contains(objection.rule());
    }
}
