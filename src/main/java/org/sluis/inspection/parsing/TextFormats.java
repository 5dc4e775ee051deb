package org.sluis.inspection.parsing;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Formats written in plain characters that are no plain text to the programs that open them. Each is known by the structure
 * it begins with; a word that happens to stand there as well makes no other format out of a text.
 */
final class TextFormats {

    static final String MAIL = "message/rfc822";
    static final String ENCIPHERED = "application/pgp-encrypted";

    private static final String SYMBOLIC_LINK = "application/x-sylk";
    private static final String POSTSCRIPT = "application/postscript";
    private static final String RICH_TEXT = "application/rtf";
    private static final String DRAWING_EXCHANGE = "image/vnd.dxf";
    private static final String BUILDING_MODEL = "model/step";

    private static final Set<String> MAIL_EXTENSIONS = Set.of("eml", "mbox", "mht", "mhtml");
    /** What programs write into a mail and people do not put over a text. */
    private static final Set<String> OF_TRANSPORT = Set.of(
            "content-transfer-encoding",
            "content-type",
            "delivered-to",
            "dkim-signature",
            "message-id",
            "mime-version",
            "received",
            "return-path");

    /** What pages saved in one file have in any case, as office programs take them. */
    private static final Set<String> OF_PAGES = Set.of("mime-version", "content-type");

    private static final Set<String> OF_PERSONS =
            Set.of("bcc", "cc", "date", "from", "in-reply-to", "references", "reply-to", "sender", "subject", "to");
    private static final int FEW_HEADERS = 3;
    private static final String COMMENT_OF_DRAWING = "999";

    private TextFormats() {}

    /** @param beginning the first characters of a text */
    static Optional<String> of(String beginning, String extension) {
        if (isPostScript(beginning)) {
            return Optional.of(POSTSCRIPT);
        }
        if (beginning.stripLeading().startsWith("{\\rt")) {
            return Optional.of(RICH_TEXT);
        }
        if (beginning.startsWith("-----BEGIN PGP MESSAGE-----")) {
            return Optional.of(ENCIPHERED);
        }
        if (SymbolicLink.begins(beginning)) {
            return Optional.of(SYMBOLIC_LINK);
        }
        if (isMail(beginning) || MAIL_EXTENSIONS.contains(extension)) {
            return Optional.of(MAIL);
        }
        return drawing(beginning, extension);
    }

    /** These hold numbers and words, and pass as text under the name of one. */
    private static Optional<String> drawing(String beginning, String extension) {
        return switch (extension) {
            case "dxf" -> Optional.of(DRAWING_EXCHANGE).filter(type -> isDrawing(beginning));
            case "ifc", "stp", "step" ->
                Optional.of(BUILDING_MODEL).filter(type -> beginning.startsWith("ISO-10303-21;"));
            default -> Optional.empty();
        };
    }

    /** Pairs of lines, a number and what it stands for; comments may come before the first section. */
    private static boolean isDrawing(String beginning) {
        Iterator<String> lines =
                beginning.stripLeading().lines().map(String::strip).iterator();
        String number = next(lines);
        while (number.equals(COMMENT_OF_DRAWING)) {
            next(lines);
            number = next(lines);
        }
        return number.equals("0") && next(lines).equals("SECTION");
    }

    private static String next(Iterator<String> lines) {
        return lines.hasNext() ? lines.next() : "";
    }

    /** With the comment that says so, or a mark that stands alone; "%!" begins comments of other languages, too. */
    private static boolean isPostScript(String beginning) {
        return beginning.startsWith("%!PS-Adobe")
                || (beginning.startsWith("%!")
                        && Set.of("%!", "%!PS")
                                .contains(
                                        beginning.lines().findFirst().orElse("").strip()));
    }

    /** Whether it begins with headers (RFC 5322), some of which no person writes; in a mailbox a line stands before them. */
    private static boolean isMail(String beginning) {
        String text = beginning.stripLeading();
        Set<String> headers = text.lines()
                .skip(text.startsWith("From ") ? 1 : 0)
                .takeWhile(line -> line.startsWith(" ")
                        || line.startsWith("\t")
                        || !header(line).isEmpty())
                .map(TextFormats::header)
                .filter(name -> OF_TRANSPORT.contains(name) || OF_PERSONS.contains(name))
                .collect(Collectors.toSet());
        return headers.containsAll(OF_PAGES)
                || (headers.size() >= FEW_HEADERS && headers.stream().anyMatch(OF_TRANSPORT::contains));
    }

    /** The name of the header a line begins with; empty where it begins with none. */
    private static String header(String line) {
        int colon = line.indexOf(':');
        boolean name = colon > 0 && line.chars().limit(colon).allMatch(letter -> letter > ' ' && letter < 0x7f);
        return name ? line.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    }
}
