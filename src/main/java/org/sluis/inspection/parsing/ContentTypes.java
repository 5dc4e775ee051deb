package org.sluis.inspection.parsing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** {@code [Content_Types].xml} (ISO/IEC 29500-2): what each part declares itself to be. */
final class ContentTypes implements XmlRule {

    private static final Pattern ACTIVE = Pattern.compile(
            ".*(macroenabled|vbaproject|vbadata|activex|macrosheet|ms-excel\\.sheet\\.binary|attachedtoolbars"
                    + "|ms-word\\.keymapcustomizations).*");

    private final Map<String, String> byPart = new HashMap<>();
    private final Map<String, String> byExtension = new HashMap<>();

    @Override
    public void start(XMLStreamReader element) {
        Optional<String> type = Optional.ofNullable(element.getAttributeValue(null, "ContentType"));
        if (type.isEmpty()) {
            return;
        }
        String declared = type.get().strip().toLowerCase(Locale.ROOT);
        if (ACTIVE.matcher(declared).matches()) {
            throw new Refusal(Rule.MACRO);
        }
        put(byPart, element.getAttributeValue(null, "PartName"), declared);
        put(byExtension, element.getAttributeValue(null, "Extension"), declared);
    }

    private static void put(Map<String, String> types, @Nullable String key, String declared) {
        if (key != null && types.put(key.toLowerCase(Locale.ROOT), declared) != null) {
            throw new Refusal(Rule.INCONSISTENT);
        }
    }

    /** The type of the part of this name, which begins with a slash. */
    Optional<String> of(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byPart.get(lower))
                .or(() -> Optional.ofNullable(byExtension.get(MediaTypes.extension(lower))));
    }
}
