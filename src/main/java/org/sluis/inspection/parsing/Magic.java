package org.sluis.inspection.parsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Says what a file claims to be by its first bytes, as Apache Tika and browsers read them (WHATWG MIME Sniffing). Whether
 * the claim is true is for the formats to say.
 */
final class Magic {

    static final int HEAD_BYTES = 64 * 1024;

    static final String UNKNOWN = "application/octet-stream";
    static final String PROGRAM = "application/x-executable";
    static final String HTML = "text/html";
    static final String SVG = "image/svg+xml";
    static final String COMPOUND = "application/x-tika-msoffice";
    static final String JAVASCRIPT = "application/javascript";
    static final String PICT = "image/x-pict";
    static final String APPLE_DOUBLE = "multipart/appledouble";

    private static final MimeTypes TIKA = MimeTypes.getDefaultMimeTypes();
    private static final Set<String> PROGRAMS = Set.of(
            "application/java-vm",
            "application/vnd.microsoft.portable-executable",
            "application/x-bat",
            "application/x-coredump",
            "application/x-dex",
            "application/x-dosexec",
            "application/x-elf",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-ms-shortcut",
            "application/x-msdownload",
            "application/x-object",
            "application/x-sh",
            "application/x-sharedlib",
            "application/x-shockwave-flash");
    private static final Set<String> NO_PLAIN_TEXT = Set.of(MediaTypes.PDF, JAVASCRIPT, "text/javascript");
    private static final Pattern PAGE = Pattern.compile("^<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a"
            + "|style|title|b|body|br|p|svg|!--)[\\s>/]");
    private static final Pattern MARKUP =
            Pattern.compile(PAGE.pattern() + "|<(!doctype\\s+html|html|script|iframe|body|svg)[\\s>/]");
    private static final int MARKUP_CHARACTERS = 1024;
    private static final int PDF_SEARCH_BYTES = 1024;

    private Magic() {}

    /**
     * A mark of a few printable characters makes no other format out of what may be text; all formats but those of {@link
     * TextFormats} have other bytes near it.
     *
     * @param extension decides between the kinds of text, which have no mark of their own
     */
    static String type(byte[] head, String extension) throws IOException {
        if (starts(head, "PK\3\4") || starts(head, "PK\5\6")) {
            return MediaTypes.ZIP;
        }
        if (starts(head, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")
                || starts(head, "\u00d0\u00cf\u0011\u00e0\u000e\u0011\u00fc\r")) {
            return COMPOUND;
        }
        if (starts(head, "#!")) {
            return PROGRAM;
        }
        if (pdfStart(head) >= 0) {
            return MediaTypes.PDF;
        }
        boolean text = TextContent.begins(head);
        Optional<String> media = text ? Optional.empty() : MediaKind.of(head, extension);
        if (media.isPresent()) {
            return media.get();
        }
        MediaType detected =
                TIKA.detect(new ByteArrayInputStream(head), new Metadata()).getBaseType();
        String type = detected.toString();
        if (!text && (starts(head, "MZ") || PROGRAMS.contains(type))) {
            return PROGRAM;
        }
        return text || isTextual(detected) ? textType(head, type, extension) : type;
    }

    private static boolean isTextual(MediaType type) {
        return type.getType().equals("text")
                || type.toString().endsWith("xml")
                || TIKA.getMediaTypeRegistry().isInstanceOf(type, MediaType.TEXT_PLAIN);
    }

    private static String textType(byte[] head, String type, String extension) {
        if (NO_PLAIN_TEXT.contains(type)) {
            return type;
        }
        String beginning = beginning(head);
        if (type.equals(SVG) && beginning.startsWith("<")) {
            return SVG;
        }
        if (type.equals("application/xhtml+xml") && beginning.startsWith("<") && !extension.equals("xml")) {
            return HTML;
        }
        if (beginning.startsWith("<?xml") || extension.equals("xml")) {
            return MediaTypes.XML;
        }
        Optional<String> own = TextFormats.of(TextContent.decoded(head), extension);
        if (own.isPresent()) {
            return own.get();
        }
        if (isPage(type, beginning)) {
            return HTML;
        }
        return switch (extension) {
            case "csv" -> MediaTypes.CSV;
            case "tsv" -> MediaTypes.TSV;
            case "json" -> MediaTypes.JSON;
            default -> type.endsWith("xml") ? MediaTypes.XML : MediaTypes.TEXT;
        };
    }

    /** Browsers look at the start of a text alone; further on, people write about markup and keep it in tables. */
    private static boolean isPage(String type, String beginning) {
        return beginning.startsWith("<")
                && (type.equals(HTML) || PAGE.matcher(beginning).find());
    }

    /** Whether a browser or an old viewer might take these bytes for a page. */
    static boolean hasMarkup(byte[] head) {
        return MARKUP.matcher(beginning(head)).find();
    }

    private static String beginning(byte[] head) {
        String text = TextContent.decoded(Arrays.copyOf(head, Math.min(head.length, 2 * MARKUP_CHARACTERS)));
        return text.substring(0, Math.min(text.length(), MARKUP_CHARACTERS))
                .replace("\0", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
    }

    /** Where a PDF document begins, after nothing but a byte order mark and white space; -1 where none does. */
    static int pdfStart(byte[] head) {
        int at = starts(head, "\u00ef\u00bb\u00bf") ? 3 : 0;
        while (at < head.length && at < PDF_SEARCH_BYTES && (head[at] == 0 || Character.isWhitespace(head[at]))) {
            at++;
        }
        return at(head, at, "%PDF-") ? at : -1;
    }

    static boolean starts(byte[] bytes, String signature) {
        return at(bytes, 0, signature);
    }

    static boolean at(byte[] bytes, int offset, String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        return offset >= 0
                && offset + expected.length <= bytes.length
                && Arrays.equals(bytes, offset, offset + expected.length, expected, 0, expected.length);
    }
}
