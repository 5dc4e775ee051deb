package org.sluis.inspection.parsing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** The manifest of an OpenDocument (ISO/IEC 26300-2, 3): what each file in the package is declared to be. */
final class OdfManifest implements XmlRule {

    static final String NAME = "META-INF/manifest.xml";

    private final Map<String, String> types = new HashMap<>();

    @Override
    public void start(XMLStreamReader element) {
        String name = element.getLocalName();
        if (name.equals("encryption-data") || name.equals("keyinfo")) {
            throw new Refusal(Rule.PASSWORD);
        }
        if (name.equals("file-entry")) {
            String path = Attributes.named(element, "full-path");
            String type = Attributes.named(element, "media-type").strip().toLowerCase(Locale.ROOT);
            String before = types.put(path, type);
            if (before != null && !before.equals(type)) {
                throw new Refusal(Rule.INCONSISTENT).naming(path);
            }
        }
    }

    /** None for a file that is not listed. */
    Optional<String> type(String path) {
        return Optional.ofNullable(types.get(path));
    }

    @Override
    public Set<String> documentTypes() {
        return Set.of("manifest:manifest");
    }
}
