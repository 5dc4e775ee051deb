package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The media types the portal can tell apart, with the extensions a file of each may carry. */
public final class MediaTypes {

    static final String PDF = "application/pdf";
    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String TIFF = "image/tiff";
    static final String HEIC = "image/heic";
    static final String WEBP = "image/webp";
    static final String BMP = "image/bmp";
    static final String GIF = "image/gif";
    static final String ZIP = "application/zip";
    static final String TEXT = "text/plain";
    static final String CSV = "text/csv";
    static final String TSV = "text/tab-separated-values";
    static final String ASICE = "application/vnd.etsi.asic-e+zip";
    static final String XML = "application/xml";
    static final String JSON = "application/json";
    static final String MP4 = "video/mp4";
    static final String QUICKTIME = "video/quicktime";
    static final String MOBILE = "video/3gpp";
    static final String WEBM = "video/webm";
    static final String MATROSKA = "video/x-matroska";
    static final String MP3 = "audio/mpeg";
    static final String M4A = "audio/mp4";
    static final String WAVE = "audio/vnd.wave";
    static final String OGG = "audio/ogg";
    static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    static final String ODF = "application/vnd.oasis.opendocument.";

    private static final Map<String, Set<String>> EXTENSIONS = Map.ofEntries(
            Map.entry(PDF, Set.of("pdf")),
            Map.entry(PNG, Set.of("png")),
            Map.entry(JPEG, Set.of("jpg", "jpeg")),
            Map.entry(TIFF, Set.of("tif", "tiff")),
            Map.entry(HEIC, Set.of("heic", "heif", "hif")),
            Map.entry(WEBP, Set.of("webp")),
            Map.entry(BMP, Set.of("bmp", "dib")),
            Map.entry(GIF, Set.of("gif")),
            Map.entry(OOXML + "wordprocessingml.document", Set.of("docx")),
            Map.entry(OOXML + "spreadsheetml.sheet", Set.of("xlsx")),
            Map.entry(OOXML + "presentationml.presentation", Set.of("pptx")),
            Map.entry(ODF + "text", Set.of("odt")),
            Map.entry(ODF + "spreadsheet", Set.of("ods")),
            Map.entry(ODF + "presentation", Set.of("odp")),
            Map.entry(TEXT, Set.of("txt", "log", "dat", "asc")),
            Map.entry(CSV, Set.of("csv")),
            Map.entry(TSV, Set.of("tsv")),
            Map.entry(ZIP, Set.of("zip")),
            Map.entry(ASICE, Set.of("asice", "sce")),
            Map.entry(XML, Set.of("xml")),
            Map.entry(JSON, Set.of("json")),
            Map.entry(MP4, Set.of("mp4", "m4v")),
            Map.entry(QUICKTIME, Set.of("mov", "qt")),
            Map.entry(MOBILE, Set.of("3gp", "3gpp", "3g2")),
            Map.entry(WEBM, Set.of("webm")),
            Map.entry(MATROSKA, Set.of("mkv")),
            Map.entry(MP3, Set.of("mp3")),
            Map.entry(M4A, Set.of("m4a")),
            Map.entry(WAVE, Set.of("wav")),
            Map.entry(OGG, Set.of("ogg", "oga", "opus")));

    /** All of them in an order both ends of the pipe agree on. */
    public static final List<String> KNOWN =
            EXTENSIONS.keySet().stream().sorted().toList();

    private MediaTypes() {}

    /** The extensions of a type; none for one the portal does not know. */
    public static Set<String> extensions(String type) {
        return EXTENSIONS.getOrDefault(type, Set.of());
    }

    /** The types whose files end like this. */
    static Set<String> named(String extension) {
        return KNOWN.stream()
                .filter(type -> extensions(type).contains(extension))
                .collect(Collectors.toSet());
    }

    /** Whether its first bytes say so, as they do not of texts and of documents that lie in a ZIP file. */
    static boolean hasMark(String type) {
        boolean text = type.startsWith("text/") || type.equals(JSON) || type.equals(XML);
        return !text && !type.startsWith(OOXML) && !type.startsWith(ODF) && !isArchive(type);
    }

    /** Whether it holds files that anybody put together. */
    static boolean isArchive(String type) {
        return type.equals(ZIP) || type.equals(ASICE);
    }

    /** Whether it is sound or film. */
    public static boolean isRecording(String type) {
        return type.startsWith("audio/") || type.startsWith("video/");
    }

    /** What follows the last dot, in lower case; nothing where there is no dot. */
    public static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
