package org.sluis.inspection.parsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;

/**
 * XML of writers that name a document type (XML 1.0, 2.8): OpenOffice before 3 in formulas and manifests, programs that draw.
 * The declaration is overwritten with blanks before a parser sees it, so that nothing of it is read or fetched and every
 * entity remains unknown. One that declares anything itself, or lies on another machine than that of the W3C, stays.
 */
final class SkippedDocumentType {

    private static final int PROLOG_BYTES = 8 * 1024;
    private static final Pattern PROLOG = Pattern.compile(
            "(?:\\xef\\xbb\\xbf)?\\s*(?:<\\?xml[^?<>]*\\?>)?(?:\\s|<!--(?:[^-]|-[^-])*+-->)*+"
                    + "(<!DOCTYPE\\s+([\\w:.-]+)"
                    + "(?:\\s+(?:SYSTEM|PUBLIC\\s*(?:\"[^\"<>&%]*\"|'[^'<>&%]*'))\\s*(?:\"([^\"<>&%]*)\"|'([^'<>&%]*)'))?\\s*>)");
    private static final Pattern KNOWN_PLACE = Pattern.compile("[\\w.-]*|https?://www\\.w3\\.org/[\\w./-]*");

    private final Set<String> names;

    /** @param names of the document types that may be passed over */
    SkippedDocumentType(Set<String> names) {
        this.names = names;
    }

    InputStream blanked(InputStream content) throws IOException {
        if (names.isEmpty()) {
            return content;
        }
        byte[] head = content.readNBytes(PROLOG_BYTES);
        Matcher prolog = PROLOG.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (prolog.lookingAt()
                && names.contains(prolog.group(2))
                && isKnown(prolog.group(3))
                && isKnown(prolog.group(4))) {
            Arrays.fill(head, prolog.start(1), prolog.end(1), (byte) ' ');
        }
        return new SequenceInputStream(new ByteArrayInputStream(head), CloseShieldInputStream.wrap(content));
    }

    private static boolean isKnown(@Nullable String place) {
        return place == null || KNOWN_PLACE.matcher(place).matches();
    }
}
