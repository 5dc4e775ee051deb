package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Pattern RICH_TEXT_START = Pattern.compile("^\\{\\\\rtf\\d");
    private static final Pattern SYLK_START = Pattern.compile("^ID;P[^\\r\\n]*[\\r\\n]+(?:.*[\\r\\n]+)*?[BCF];[XYKPF]");
    private static final Pattern DRAWING_START = Pattern.compile("^(\\s*999\\s[^\\n]*)*\\s*0\\s+SECTION\\s");
    private static final Pattern MAILBOX_START = Pattern.compile("^From \\S+ +[^\\r\\n]*\\d{4}\\r?\\n");
    private static final Pattern HEADER = Pattern.compile("^([\\x21-\\x39\\x3b-\\x7e]+):[ \\t].*");
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

    private static final Set<String> OF_PERSONS =
            Set.of("bcc", "cc", "date", "from", "in-reply-to", "references", "reply-to", "sender", "subject", "to");
    private static final int FEW_HEADERS = 3;
    private static final int MAX_LINES = 100;

    private TextFormats() {}

    /** @param beginning the first characters of a text */
    static Optional<String> of(String beginning, String extension) {
        if (beginning.startsWith("%!PS")) {
            return Optional.of(POSTSCRIPT);
        }
        if (RICH_TEXT_START.matcher(beginning).find()) {
            return Optional.of(RICH_TEXT);
        }
        if (beginning.startsWith("-----BEGIN PGP MESSAGE-----")) {
            return Optional.of(ENCIPHERED);
        }
        if (SYLK_START.matcher(beginning).find()) {
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
            case "dxf" ->
                Optional.of(DRAWING_EXCHANGE)
                        .filter(type -> DRAWING_START.matcher(beginning).find());
            case "ifc", "stp", "step" ->
                Optional.of(BUILDING_MODEL).filter(type -> beginning.startsWith("ISO-10303-21;"));
            default -> Optional.empty();
        };
    }

    /** Whether it begins with headers (RFC 5322), some of which no person writes; in a mailbox a line stands before them. */
    private static boolean isMail(String beginning) {
        String text = MAILBOX_START.matcher(beginning).replaceFirst("");
        List<String> headers = text.lines()
                .limit(MAX_LINES)
                .takeWhile(line -> line.startsWith(" ")
                        || line.startsWith("\t")
                        || HEADER.matcher(line).matches())
                .filter(line -> HEADER.matcher(line).matches())
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .filter(name -> OF_TRANSPORT.contains(name) || OF_PERSONS.contains(name))
                .distinct()
                .toList();
        return headers.size() >= FEW_HEADERS && headers.stream().anyMatch(OF_TRANSPORT::contains);
    }
}
