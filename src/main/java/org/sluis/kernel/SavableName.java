package org.sluis.kernel;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the name of a file safe to show and to save on every system (ASVS 5.3.2): no path, composed Unicode without
 * invisible or unfit characters, no name that Windows keeps for a device, at most 255 bytes with the extension kept. A
 * slash between words ("Rapport 12/2026.pdf") is no path, so the words stay.
 */
public final class SavableName {

    private static final int MAX_BYTES = 255;
    private static final int LONGEST_EXTENSION = 10;
    private static final String NAMELESS = "document";

    /** From a root, a drive, a share, the own or the directory above, or on the way through one. */
    private static final Pattern PATH =
            Pattern.compile("\\p{Alpha}:[/\\\\].*|~?[/\\\\].*|\\.{1,2}[/\\\\].*|.*[/\\\\]\\.\\.[/\\\\].*");

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]+");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cf}\\p{Co}<>:\"|?*]");

    /** Windows takes these for devices whatever extension they have, blanks before it included. */
    private static final Pattern DEVICE = Pattern.compile(
            "(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[0-9\\u00B9\\u00B2\\u00B3]) *(\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private SavableName() {}

    public static String of(@Nullable String sent) {
        String own = withoutPath(PlainText.mended(sent == null ? "" : sent));
        String name = UNFIT.matcher(own).replaceAll("").replaceAll("[. ]+$", "").strip();
        int dot = name.lastIndexOf('.');
        String extension = dot >= 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length()).replaceAll("^[. ]+", "");
        if (!PlainText.isVisible(stem)) {
            stem = NAMELESS;
        }
        String whole = DEVICE.matcher(stem + extension).matches() ? "_" + stem : stem;
        return shortened(whole, extension);
    }

    private static String withoutPath(String name) {
        if (PATH.matcher(name).matches()) {
            return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        }
        return SEPARATOR.matcher(name).replaceAll("-");
    }

    private static String shortened(String stem, String extension) {
        int left = MAX_BYTES - bytes(extension);
        int end = 0;
        int used = 0;
        while (end < stem.length()) {
            int next = stem.offsetByCodePoints(end, 1);
            used += bytes(stem.substring(end, next));
            if (used > left) {
                break;
            }
            end = next;
        }
        return stem.substring(0, end).stripTrailing() + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
