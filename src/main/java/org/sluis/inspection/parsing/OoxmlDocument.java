package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Office Open XML document (ISO/IEC 29500) while its parts go by. Exactly one main part of a known kind, declared and
 * pointed at; nothing that runs, and nothing fetched from outside.
 */
final class OoxmlDocument {

    private static final String OOXML = MediaTypes.OOXML;
    private static final Map<String, String> MAIN_PARTS = Map.of(
            OOXML + "wordprocessingml.document.main+xml", OOXML + "wordprocessingml.document",
            OOXML + "spreadsheetml.sheet.main+xml", OOXML + "spreadsheetml.sheet",
            OOXML + "presentationml.presentation.main+xml", OOXML + "presentationml.presentation");
    private static final Pattern ACTIVE_NAMES = Pattern.compile(
            ".*vba(project|data|projectsignature\\w*)\\.(bin|xml)|.*/activex/.*|.*/macrosheets/.*|.*/dialogsheets/.*"
                    + "|.*/attachedtoolbars\\.bin");
    private static final Pattern OPAQUE_NAMES = Pattern.compile(
            "(.*/)?printersettings/?[^/]*\\.bin|.*\\.(odttf|fntdata|sigs|wdp)|\\[trash]/.*|.*/customproperty[^/]*\\.bin"
                    + "|.*/(model|item)\\.data");

    private final ContentTypes contentTypes = new ContentTypes();
    private final Relationships packageRelationships = new Relationships();

    static boolean isOpaque(String name) {
        return OPAQUE_NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** @throws Refusal where the name alone says that something runs */
    void name(String name) {
        String lower = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        if (ACTIVE_NAMES.matcher(lower).matches()) {
            throw new Refusal(Rule.MACRO);
        }
    }

    XmlRule rule(String name) {
        String lower = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        if (lower.equals("[content_types].xml")) {
            return contentTypes;
        }
        if (lower.equals("_rels/.rels")) {
            return packageRelationships;
        }
        if (lower.endsWith(".rels")) {
            return new Relationships();
        }
        return lower.endsWith(".svg") ? new SvgXml() : new OoxmlPart();
    }

    /** @return the media type, when all parts have been seen */
    String type() {
        Optional<String> main = packageRelationships
                .mainPart()
                .map(part -> part.startsWith("/") ? part : "/" + part)
                .flatMap(contentTypes::of);
        return main.map(MAIN_PARTS::get).orElseThrow(() -> new Refusal(Rule.TYPE_NOT_TAKEN));
    }
}
