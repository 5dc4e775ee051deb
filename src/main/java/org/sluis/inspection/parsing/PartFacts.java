package org.sluis.inspection.parsing;

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

    private static final Set<String> OPAQUE = Set.of(
            "audio",
            "customproperty",
            "font",
            "hdphoto",
            "legacydiagramtext",
            "media",
            "model3d",
            "origin",
            "powerpivotdata",
            "presentationmetadata",
            "printersettings",
            "thumbnail",
            "video",
            "workbookmetadata",
            "documentmetadata");
    private static final Set<String> XML_KINDS = Set.of(
            "calcchain",
            "chart",
            "chartcolorstyle",
            "chartex",
            "chartsheet",
            "chartstyle",
            "chartusershapes",
            "commentauthors",
            "comments",
            "commentsextended",
            "commentsextensible",
            "commentsids",
            "connections",
            "core-properties",
            "ctrlprop",
            "custom-properties",
            "customxml",
            "customxmlprops",
            "diagramcolors",
            "diagramdata",
            "diagramdrawing",
            "diagramlayout",
            "diagramquickstyle",
            "dialogsheet",
            "drawing",
            "endnotes",
            "extended-properties",
            "externallink",
            "fonttable",
            "footer",
            "footnotes",
            "glossarydocument",
            "handoutmaster",
            "header",
            "ink",
            "metadata",
            "notesmaster",
            "notesslide",
            "numbering",
            "officedocument",
            "people",
            "person",
            "pivotcachedefinition",
            "pivotcacherecords",
            "pivottable",
            "presprops",
            "querytable",
            "recipientdata",
            "revisionheaders",
            "revisionlog",
            "settings",
            "sharedstrings",
            "sheetmetadata",
            "signature",
            "slicer",
            "slicercache",
            "slide",
            "slidelayout",
            "slidemaster",
            "slideupdateinfo",
            "styles",
            "styleswitheffects",
            "table",
            "tablesinglecells",
            "tablestyles",
            "tags",
            "theme",
            "themeoverride",
            "threadedcomment",
            "timeline",
            "timelinecache",
            "usernames",
            "viewprops",
            "vmldrawing",
            "volatiledependencies",
            "webextension",
            "webextensiontaskpanes",
            "websettings",
            "worksheet",
            "xmlmaps");
    private static final Set<String> XML_EXTENSIONS = Set.of("rels", "vml", "xml");
    private static final Pattern XML_TYPE = Pattern.compile(".*([+/]xml|vmldrawing)");
    private static final Pattern READ_BY_SOMEBODY = Pattern.compile(
            ".*([+/]xml|vml|html|script|\\.main|oleobject|msword|ms-excel|ms-powerpoint|rtf).*|(text|message|multipart)/.*");

    /** Whether it is nobody's text: what leads to it all means bytes for one program, and its type does not say otherwise. */
    boolean isOpaque() {
        return !kinds.isEmpty()
                && OPAQUE.containsAll(kinds)
                && !READ_BY_SOMEBODY.matcher(type).matches()
                && !XML_EXTENSIONS.contains(MediaTypes.extension(key));
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
                || kinds.stream().anyMatch(XML_KINDS::contains);
    }
}
