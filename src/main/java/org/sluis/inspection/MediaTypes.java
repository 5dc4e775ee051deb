package org.sluis.inspection;

import java.util.Map;
import java.util.Set;

/** The media types the portal can tell apart, with the extensions a file of each may carry. */
final class MediaTypes {

    static final String ZIP = "application/zip";
    static final String TEXT = "text/plain";
    static final String CSV = "text/csv";
    static final String JSON = "application/json";

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String ODF = "application/vnd.oasis.opendocument.";

    private static final Map<String, Set<String>> EXTENSIONS = Map.ofEntries(
            Map.entry("application/pdf", Set.of("pdf")),
            Map.entry("image/png", Set.of("png")),
            Map.entry("image/jpeg", Set.of("jpg", "jpeg")),
            Map.entry("image/tiff", Set.of("tif", "tiff")),
            Map.entry(OOXML + "wordprocessingml.document", Set.of("docx")),
            Map.entry(OOXML + "spreadsheetml.sheet", Set.of("xlsx")),
            Map.entry(OOXML + "presentationml.presentation", Set.of("pptx")),
            Map.entry(ODF + "text", Set.of("odt")),
            Map.entry(ODF + "spreadsheet", Set.of("ods")),
            Map.entry(ODF + "presentation", Set.of("odp")),
            Map.entry(TEXT, Set.of("txt")),
            Map.entry(CSV, Set.of("csv")),
            Map.entry(ZIP, Set.of("zip")),
            Map.entry("application/xml", Set.of("xml")),
            Map.entry(JSON, Set.of("json")),
            Map.entry("video/mp4", Set.of("mp4", "m4v")),
            Map.entry("video/webm", Set.of("webm")),
            Map.entry("video/x-matroska", Set.of("mkv")),
            Map.entry("audio/mpeg", Set.of("mp3")),
            Map.entry("audio/mp4", Set.of("m4a")),
            Map.entry("audio/vnd.wave", Set.of("wav")),
            Map.entry("audio/ogg", Set.of("ogg", "oga")));

    private MediaTypes() {}

    /** The extensions of a type; none for one the portal does not know. */
    static Set<String> extensions(String type) {
        return EXTENSIONS.getOrDefault(type, Set.of());
    }
}
