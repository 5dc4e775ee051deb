package org.sluis.inspection.parsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
    private static final Set<String> NO_PLAIN_TEXT = Set.of(
            "application/javascript",
            "application/mbox",
            "application/postscript",
            "application/rtf",
            "application/xhtml+xml",
            "message/rfc822",
            "multipart/related",
            "text/javascript");
    private static final Pattern MARKUP = Pattern.compile(
            "^\\s*<(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|!--)[\\s>]"
                    + "|<(!doctype\\s+html|html|script|iframe|body|svg)[\\s>/]");
    private static final int MARKUP_BYTES = 1024;

    private Magic() {}

    /** @param extension decides between the kinds of text, which have no mark of their own */
    static String type(byte[] head, String extension) throws IOException {
        if (starts(head, "PK\3\4") || starts(head, "PK\5\6")) {
            return MediaTypes.ZIP;
        }
        if (starts(head, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")
                || starts(head, "\u00d0\u00cf\u0011\u00e0\u000e\u0011\u00fc\r")) {
            return COMPOUND;
        }
        if (starts(head, "#!") || starts(head, "MZ")) {
            return PROGRAM;
        }
        MediaType detected =
                TIKA.detect(new ByteArrayInputStream(head), new Metadata()).getBaseType();
        String type = detected.toString();
        if (PROGRAMS.contains(type)) {
            return PROGRAM;
        }
        return isTextual(detected) ? textType(head, type, extension) : binaryType(type, head);
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
        if (type.equals(SVG)) {
            return SVG;
        }
        String beginning = beginning(head);
        if (beginning.startsWith("<?xml") || extension.equals("xml")) {
            return MediaTypes.XML;
        }
        if (isPage(type, beginning) && (beginning.startsWith("<") || !extension.equals("json"))) {
            return HTML;
        }
        return switch (extension) {
            case "csv" -> MediaTypes.CSV;
            case "json" -> MediaTypes.JSON;
            default -> type.endsWith("xml") ? MediaTypes.XML : MediaTypes.TEXT;
        };
    }

    private static boolean isPage(String type, String beginning) {
        return type.equals(HTML) || MARKUP.matcher(beginning).find();
    }

    /** Whether a browser or an old viewer might take these bytes for a page. */
    static boolean hasMarkup(byte[] head) {
        return MARKUP.matcher(beginning(head)).find();
    }

    private static String beginning(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, MARKUP_BYTES), StandardCharsets.ISO_8859_1);
        return text.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .replace("\0", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
    }

    private static String binaryType(String type, byte[] head) throws IOException {
        return switch (type) {
            case "application/x-matroska", "video/webm" -> MatroskaElements.type(head);
            case "video/quicktime", "application/mp4", "video/x-m4v" -> MediaTypes.MP4;
            case "audio/vorbis", "audio/opus", "audio/x-oggflac", "audio/speex", "application/ogg" -> MediaTypes.OGG;
            case "audio/x-wav" -> MediaTypes.WAVE;
            default -> type;
        };
    }

    static boolean starts(byte[] bytes, String signature) {
        return at(bytes, 0, signature);
    }

    static boolean at(byte[] bytes, int offset, String signature) {
        byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
        return offset >= 0
                && offset + expected.length <= bytes.length
                && java.util.Arrays.equals(bytes, offset, offset + expected.length, expected, 0, expected.length);
    }
}
