package org.sluis.inspection.parsing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** {@code [Content_Types].xml} (ISO/IEC 29500-2): what each part declares itself to be. */
final class ContentTypes implements XmlRule {

    private static final int MOST = 100_000;
    private static final Pattern MACRO =
            Pattern.compile(".*(macroenabled|vbaproject|vbadata|macrosheet|ms-excel\\.sheet\\.binary|jsaproject"
                    + "|attachedtoolbars|ms-word\\.keymapcustomizations).*");
    private static final Pattern CONTROL = Pattern.compile(".*activex.*");

    private final Map<String, String> byPart = new HashMap<>();
    private final Map<String, String> byExtension = new HashMap<>();

    @Override
    public void start(XMLStreamReader element) {
        Map<String, String> said = new HashMap<>();
        for (int index = 0; index < element.getAttributeCount(); index++) {
            String name = element.getAttributeLocalName(index).toLowerCase(Locale.ROOT);
            if (said.put(name, element.getAttributeValue(index).strip()) != null) {
                throw new Refusal(Rule.INCONSISTENT).naming(name);
            }
        }
        String written = said.getOrDefault("contenttype", "");
        String declared = written.toLowerCase(Locale.ROOT).replaceFirst("(?s)\\s*;.*", "");
        if (MACRO.matcher(declared).matches()) {
            throw new Refusal(Rule.MACRO).naming(written);
        }
        if (CONTROL.matcher(declared).matches()) {
            throw new Refusal(Rule.CONTROL).naming(written);
        }
        if (said.containsKey("partname")) {
            put(byPart, PartNames.key(said.get("partname")), declared);
        }
        if (said.containsKey("extension")) {
            put(byExtension, said.get("extension").toLowerCase(Locale.ROOT).replaceFirst("^\\.", ""), declared);
        }
        PageLetters.check(written);
    }

    private static void put(Map<String, String> types, String key, String declared) {
        Refusal.unless(types.size() < MOST, Rule.STRUCTURE_SIZE);
        if (types.put(key, declared) != null) {
            throw new Refusal(Rule.INCONSISTENT).naming(key);
        }
    }

    /** The type of a part: its own, or that of its extension. */
    Optional<String> of(String key) {
        return Optional.ofNullable(byPart.get(key))
                .or(() -> Optional.ofNullable(byExtension.get(MediaTypes.extension(key))));
    }
}
