package org.sluis.inspection.parsing;

import java.util.Optional;
import java.util.stream.Stream;
import org.sluis.kernel.Problem;

/**
 * The rules of the gate: each says one thing that a file may not be, have or do, and belongs to the problem it is answered
 * with. A slug is stable: programs, statistics and the pages under {@code /problems} go by it. Title, explanation and advice
 * are messages {@code rule.<slug>.title}, {@code .detail} and {@code .advice}.
 */
public enum Rule {
    /** The format is known, and not taken where it was found. */
    TYPE_NOT_TAKEN("type-not-taken", Problem.TYPE_NOT_ALLOWED),
    /** Nobody knows what it is. */
    TYPE_UNKNOWN("type-unknown", Problem.TYPE_NOT_ALLOWED),
    PROGRAM("program", Problem.TYPE_NOT_ALLOWED),
    /** What a browser would run or show as a page: HTML, SVG, script. */
    WEB_PAGE("web-page", Problem.TYPE_NOT_ALLOWED),
    /** XML that names a style sheet on another machine. */
    FOREIGN_STYLE_SHEET("foreign-style-sheet", Problem.TYPE_NOT_ALLOWED),
    OLD_OFFICE("old-office", Problem.TYPE_NOT_ALLOWED),
    OTHER_ARCHIVE("other-archive", Problem.TYPE_NOT_ALLOWED),
    MAIL_MESSAGE("mail-message", Problem.TYPE_NOT_ALLOWED),

    /** The name ends otherwise than files of this format do. */
    EXTENSION("extension", Problem.TYPE_MISMATCH),
    /** The name says "program" before its last extension. */
    DOUBLE_EXTENSION("double-extension", Problem.TYPE_MISMATCH),
    /** The same bytes can be read as another format. */
    TWO_FORMATS("two-formats", Problem.TYPE_MISMATCH),
    /** Bytes follow the end of the file's own format. */
    TRAILING_DATA("trailing-data", Problem.TYPE_MISMATCH),

    PASSWORD("password", Problem.ENCRYPTED_CONTENT),
    /** Enciphered for the keys of certain persons. */
    RECIPIENT_KEYS("recipient-keys", Problem.ENCRYPTED_CONTENT),

    MACRO("macro", Problem.ACTIVE_CONTENT),
    CONTROL("control", Problem.ACTIVE_CONTENT),
    /** Script in a drawing or page inside a document. */
    SCRIPT("script", Problem.ACTIVE_CONTENT),
    REMOTE_TEMPLATE("remote-template", Problem.ACTIVE_CONTENT),
    REMOTE_PICTURE("remote-picture", Problem.ACTIVE_CONTENT),
    LINKED_OBJECT("linked-object", Problem.ACTIVE_CONTENT),
    REMOTE_WORKBOOK("remote-workbook", Problem.ACTIVE_CONTENT),
    /** Any other content that is fetched from outside the document. */
    REMOTE_CONTENT("remote-content", Problem.ACTIVE_CONTENT),
    /** An address of a file on somebody's share. */
    NETWORK_SHARE("network-share", Problem.ACTIVE_CONTENT),
    /** A hyperlink that starts something instead of showing a page. */
    UNSAFE_LINK("unsafe-link", Problem.ACTIVE_CONTENT),
    DATA_CONNECTION("data-connection", Problem.ACTIVE_CONTENT),
    DDE("dde", Problem.ACTIVE_CONTENT),
    FETCHING_FIELD("fetching-field", Problem.ACTIVE_CONTENT),
    FETCHING_FORMULA("fetching-formula", Problem.ACTIVE_CONTENT),
    /** A shape or slide that starts something when it is clicked or shown. */
    RUNNING_ACTION("running-action", Problem.ACTIVE_CONTENT),
    EQUATION_EDITOR("equation-editor", Problem.ACTIVE_CONTENT),
    /** An object of a kind whose programs are known to be dangerous or are unknown. */
    UNKNOWN_OBJECT("unknown-object", Problem.ACTIVE_CONTENT),
    ATTACHED_PROGRAM("attached-program", Problem.ACTIVE_CONTENT),
    PDF_SCRIPT("pdf-script", Problem.ACTIVE_CONTENT),
    PDF_LAUNCH("pdf-launch", Problem.ACTIVE_CONTENT),
    PDF_FORM_SENDING("pdf-form-sending", Problem.ACTIVE_CONTENT),
    PDF_OTHER_FILE("pdf-other-file", Problem.ACTIVE_CONTENT),
    PDF_MEDIA("pdf-media", Problem.ACTIVE_CONTENT),
    /** A web address that opens without a click. */
    PDF_OPENING("pdf-opening", Problem.ACTIVE_CONTENT),
    PDF_REMOTE_CONTENT("pdf-remote-content", Problem.ACTIVE_CONTENT),
    PDF_DYNAMIC_FORM("pdf-dynamic-form", Problem.ACTIVE_CONTENT),

    MEMBER_COUNT("member-count", Problem.TOO_COMPLEX),
    NESTING("nesting", Problem.TOO_COMPLEX),
    EXPANSION("expansion", Problem.TOO_COMPLEX),
    PICTURE_SIZE("picture-size", Problem.TOO_COMPLEX),
    STRUCTURE_SIZE("structure-size", Problem.TOO_COMPLEX),
    EFFORT("effort", Problem.TOO_COMPLEX),
    /** The scanner would not look at all of it. */
    SCANNER_LIMIT("scanner-limit", Problem.TOO_COMPLEX),

    DAMAGED("damaged", Problem.UNREADABLE_CONTENT),
    /** The parts of an archive or package contradict each other. */
    INCONSISTENT("inconsistent", Problem.UNREADABLE_CONTENT),
    COMPRESSION("compression", Problem.UNREADABLE_CONTENT),
    MEMBER_NAMES("member-names", Problem.UNREADABLE_CONTENT),
    MALFORMED_XML("malformed-xml", Problem.UNREADABLE_CONTENT),
    DOCUMENT_TYPE("document-type", Problem.UNREADABLE_CONTENT),
    /** A variant of the format that nothing here can read. */
    VARIANT("variant", Problem.UNREADABLE_CONTENT),

    MALWARE("malware", Problem.MALWARE_FOUND);

    private final String slug;
    private final Problem problem;

    Rule(String slug, Problem problem) {
        this.slug = slug;
        this.problem = problem;
    }

    /** Its stable name. */
    public String slug() {
        return slug;
    }

    /** What is answered to the sender of a file that breaks it. */
    public Problem problem() {
        return problem;
    }

    /**
     * Whether administrators may hold the rule for wrong about a file. Never where a scanner spoke, or where it cannot have
     * seen all that a reader would see: locked, too large, archives that are
     * not opened here, or parts that contradict each other.
     */
    public boolean mayBeLifted() {
        return switch (this) {
            case INCONSISTENT, COMPRESSION, MEMBER_NAMES, OTHER_ARCHIVE -> false;
            default ->
                problem == Problem.TYPE_NOT_ALLOWED
                        || problem == Problem.TYPE_MISMATCH
                        || problem == Problem.ACTIVE_CONTENT
                        || problem == Problem.UNREADABLE_CONTENT;
        };
    }

    public static Optional<Rule> named(String slug) {
        return Stream.of(values()).filter(rule -> rule.slug.equals(slug)).findFirst();
    }
}
