package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a package says of one part. Where it says several things the stricter one counts.
 *
 * @param key its name
 * @param type its content type; empty where none is declared
 * @param kinds of the relationships that lead to it
 */
record PartFacts(String key, String type, Set<String> kinds) {

    private static final Set<String> LISTS = Set.of("customproperty", "printersettings");
    private static final Set<String> TAKEN_APART = Set.of(Magic.COMPOUND, MediaTypes.ZIP, MediaTypes.PDF);
    private static final Pattern OPAQUE_TYPE = Pattern.compile("(audio|font|image|model|video)/.*"
            + "|.*(font|printersettings|customproperty|customdata|legacydiagramtext|signature-origin|model\\+data)"
            + "|application/(binary|octet-stream|x-fontdata)");
    private static final Set<String> OPAQUE_EXTENSIONS = Set.of("bin", "data", "fntdata", "odttf", "sigs", "wdp");
    private static final Set<String> DRAWING_EXTENSIONS = Set.of("svg");
    private static final Set<String> PAGE_EXTENSIONS = Set.of("hta", "htm", "html", "shtml", "xht", "xhtml");
    private static final Pattern PAGE_TYPE = Pattern.compile(".*html.*");
    private static final Set<String> XML_EXTENSIONS = Set.of("rels", "vml", "xml");
    private static final Pattern XML_TYPE = Pattern.compile(".*([+/]xml|vmldrawing)");
    private static final Pattern READ_BY_SOMEBODY = Pattern.compile(
            ".*([+/]xml|vml|html|script|\\.main|oleobject|msword|ms-excel|ms-powerpoint|rtf).*|(text|message|multipart)/.*");

    /**
     * Whether it is nobody's text: what leads to it all means bytes for one program, its type or its name says the same, and
     * so do its first bytes. Printers and programs keep lists in XML that no other program reads.
     */
    boolean isOpaque(byte[] head) throws IOException {
        boolean meant = !kinds.isEmpty()
                && PartKinds.areOpaque(kinds)
                && !READ_BY_SOMEBODY.matcher(type).matches()
                && !XML_EXTENSIONS.contains(MediaTypes.extension(key));
        return meant
                && (OPAQUE_TYPE.matcher(type).matches() || OPAQUE_EXTENSIONS.contains(MediaTypes.extension(key)))
                && (LISTS.containsAll(kinds) || !Markup.begins(head))
                && !isTakenApart(head);
    }

    /** Fonts are enciphered, so that their first two bytes may be those of anything. */
    private boolean isTakenApart(byte[] head) throws IOException {
        String found = Magic.type(head, "");
        return TAKEN_APART.contains(found) || (found.equals(Magic.PROGRAM) && !kinds.equals(Set.of("font")));
    }

    /** Whether it is a drawing, whatever its root element is called. */
    boolean meansDrawing() {
        return type.equals(Magic.SVG) || DRAWING_EXTENSIONS.contains(MediaTypes.extension(key));
    }

    boolean meansPage() {
        return PAGE_TYPE.matcher(type).matches() || PAGE_EXTENSIONS.contains(MediaTypes.extension(key));
    }

    boolean isChunk() {
        return kinds.contains("afchunk");
    }

    boolean meansRelationships() {
        return PartNames.isRelationships(key) || type.endsWith("package.relationships+xml");
    }

    boolean meansVml() {
        return type.endsWith("vmldrawing") || kinds.contains("vmldrawing") || key.endsWith(".vml");
    }

    /** Whether programs that read it read it leniently. */
    boolean meansNothingButVml() {
        return !key.endsWith(".xml")
                && Set.of("vmldrawing").containsAll(kinds)
                && (type.isEmpty() || type.endsWith("vmldrawing"));
    }

    boolean meansXml() {
        return XML_TYPE.matcher(type).matches()
                || XML_EXTENSIONS.contains(MediaTypes.extension(key))
                || PartKinds.areOfXml(kinds);
    }
}
