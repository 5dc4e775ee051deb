package org.sluis.inspection.parsing;

import java.util.Set;

/**
 * The kinds of relationships in Office Open XML (ISO/IEC 29500-1 and the extensions of Microsoft), the last word of each in
 * lower case, by what lies at their end.
 */
final class PartKinds {

    /** Bytes that one program writes for itself. */
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

    /** XML that a program reads. */
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

    private PartKinds() {}

    static boolean areOpaque(Set<String> kinds) {
        return OPAQUE.containsAll(kinds);
    }

    /** Whether one of them leads to XML. */
    static boolean areOfXml(Set<String> kinds) {
        return kinds.stream().anyMatch(XML_KINDS::contains);
    }
}
