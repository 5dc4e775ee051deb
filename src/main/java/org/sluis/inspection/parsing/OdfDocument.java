package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An OpenDocument (ISO/IEC 26300) while its files go by. The first file, uncompressed, is the type; a manifest names the
 * others; nothing runs and nothing is fetched from outside.
 */
final class OdfDocument {

    private static final int MAX_TYPE_BYTES = 255;
    private static final Pattern ACTIVE_NAMES = Pattern.compile("(?s)(.*/)?(basic|scripts|dialogs)/.*[^/]");
    private static final Pattern OPAQUE_NAMES = Pattern.compile(
            "layout-cache|(.*/)?objectreplacements/.*|.*\\.svm|(.*/)?fonts/.*|(.*/)?(versionlist|settings)\\.bin");

    private String type = "";
    private boolean manifest;

    static boolean isOpaque(String name) {
        return OPAQUE_NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** The first file of the package. */
    void mark(String name, InputStream content) throws IOException {
        type = new String(content.readNBytes(MAX_TYPE_BYTES), StandardCharsets.US_ASCII).strip();
        if (!name.equals("mimetype") || MediaTypes.extensions(type).isEmpty()) {
            throw new Refusal(Rule.TYPE_NOT_TAKEN);
        }
    }

    /** @throws Refusal where the name alone says that something runs, or that all is encrypted */
    void name(String name) {
        String lower = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        if (lower.equals("encrypted-package")) {
            throw new Refusal(Rule.PASSWORD);
        }
        if (ACTIVE_NAMES.matcher(lower).matches()) {
            throw new Refusal(Rule.MACRO);
        }
        manifest |= name.equals("META-INF/manifest.xml");
    }

    XmlRule rule(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".svg") ? new SvgXml() : new OdfPart();
    }

    /** @return the media type, when all files have been seen */
    String type() {
        if (!manifest || !type.startsWith(MediaTypes.ODF)) {
            throw new Refusal(Rule.TYPE_NOT_TAKEN);
        }
        return type;
    }
}
