package org.sluis.inspection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sluis.inspection.parsing.MediaTypes;

/**
 * What people call a media type. A name stands for the messages {@code type.<name>} ("a PDF") and, where a file of the kind
 * can be the one that was sent, {@code file.<name>} ("The PDF").
 */
final class TypeNames {

    static final String PROGRAM = "program";
    static final String OTHER_ARCHIVE = "archive";
    static final String OLD_OFFICE = "old-office";
    static final String MAIL = "mail";
    static final String PAGE = "html";
    static final String UNKNOWN = "unknown";

    private static final Map<String, String> OF_TYPE = new HashMap<>();
    private static final Map<String, String> OF_ENDING = new HashMap<>();

    static {
        name("pdf", "application/pdf");
        name("png", "image/png");
        name("jpg", "image/jpeg");
        name("tiff", "image/tiff");
        name("heic", "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence", "image/avif");
        name("webp", "image/webp");
        name("bmp", "image/bmp", "image/x-ms-bmp");
        name("gif", "image/gif");
        name("psd", "image/vnd.adobe.photoshop");
        name("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        name("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        name("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
        name("odt", "application/vnd.oasis.opendocument.text");
        name("ods", "application/vnd.oasis.opendocument.spreadsheet");
        name("odp", "application/vnd.oasis.opendocument.presentation");
        name("txt", "text/plain");
        name("csv", "text/csv");
        name("tsv", "text/tab-separated-values", "text/tsv");
        name("zip", "application/zip");
        name("asice", "application/vnd.etsi.asic-e+zip");
        name("xml", "application/xml", "text/xml");
        name("json", "application/json");
        name("mp4", "video/mp4", "video/x-m4v", "application/mp4");
        name("mov", "video/quicktime");
        name("3gp", "video/3gpp", "video/3gpp2", "audio/3gpp");
        name("webm", "video/webm", "audio/webm");
        name("mkv", "video/x-matroska", "audio/x-matroska", "application/x-matroska");
        name("avi", "video/x-msvideo", "video/avi");
        name("wmv", "video/x-ms-wmv", "video/x-ms-asf", "audio/x-ms-wma");
        name("mp3", "audio/mpeg");
        name("m4a", "audio/mp4", "audio/x-m4a");
        name("wav", "audio/vnd.wave", "audio/x-wav", "audio/wav");
        name("ogg", "audio/ogg", "application/ogg", "audio/vorbis", "video/ogg");
        name("opus", "audio/opus");
        name("flac", "audio/x-flac", "audio/flac");
        name("aac", "audio/x-aac", "audio/aac");
        name(PAGE, "text/html", "application/xhtml+xml", "multipart/related");
        name("svg", "image/svg+xml");
        name("script", "application/javascript", "text/javascript", "application/x-sh", "application/x-bat");
        name(PROGRAM, "application/x-executable", "application/x-msdownload", "application/x-dosexec");
        name(PROGRAM, "application/vnd.microsoft.portable-executable", "application/x-elf", "application/java-vm");
        name(PROGRAM, "application/x-ms-shortcut", "application/java-archive", "application/x-shockwave-flash");
        name(OLD_OFFICE, "application/x-tika-msoffice", "application/msword", "application/vnd.ms-excel");
        name(OLD_OFFICE, "application/vnd.ms-powerpoint", "application/vnd.visio");
        name("macro-office", "application/vnd.ms-word.document.macroenabled.12");
        name("macro-office", "application/vnd.ms-excel.sheet.macroenabled.12");
        name("macro-office", "application/vnd.ms-powerpoint.presentation.macroenabled.12");
        name("rtf", "application/rtf", "text/rtf");
        name(MAIL, "message/rfc822", "application/mbox", "application/vnd.ms-outlook");
        name(OTHER_ARCHIVE, "application/x-rar-compressed", "application/vnd.rar", "application/x-7z-compressed");
        name(OTHER_ARCHIVE, "application/gzip", "application/x-tar", "application/x-gtar", "application/x-bzip2");
        name(OTHER_ARCHIVE, "application/x-xz", "application/zstd", "application/zlib", "application/x-lzma");
        name(OTHER_ARCHIVE, "application/vnd.ms-cab-compressed", "application/x-arj", "application/x-iso9660-image");
        name("drawing", "image/emf", "image/wmf", "image/x-emf", "image/x-wmf");
        name("cad", "image/vnd.dwg", "image/vnd.dxf", "application/x-step", "application/x-ifc", "model/step");
        name("font", "application/x-font-otf", "application/x-font-ttf", "font/otf", "font/ttf", "font/woff");
        name("postscript", "application/postscript");
        name(UNKNOWN, "application/octet-stream");

        endings("heic", "heic", "heif");
        endings("webp", "webp");
        endings("bmp", "bmp");
        endings("gif", "gif");
        endings("tsv", "tsv");
        endings("asice", "asice");
        endings("mov", "mov");
        endings("3gp", "3gp");
        endings("opus", "opus");
        endings("avi", "avi");
        endings("wmv", "wmv", "wma", "asf");
        endings("flac", "flac");
        endings("aac", "aac");
        endings("psd", "psd");
        endings(PROGRAM, "exe", "com", "scr", "msi", "dll", "jar", "lnk");
        endings("script", "js", "vbs", "bat", "cmd", "ps1", "sh");
        endings(PAGE, "html", "htm", "xhtml", "mht", "mhtml");
        endings("svg", "svg");
        endings(OLD_OFFICE, "doc", "xls", "ppt", "dot", "xlt", "pot", "pps", "vsd");
        endings("macro-office", "docm", "xlsm", "pptm", "xlsb");
        endings("rtf", "rtf");
        endings(MAIL, "eml", "msg", "mbox");
        endings(OTHER_ARCHIVE, "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "zst", "cab", "iso");
        endings("cad", "dwg", "dxf", "ifc", "step", "stp");
        for (String type : MediaTypes.KNOWN) {
            of(type).ifPresent(name -> MediaTypes.extensions(type).forEach(ending -> endings(name, ending)));
        }
    }

    private TypeNames() {}

    static Optional<String> of(String mediaType) {
        return Optional.ofNullable(OF_TYPE.get(mediaType));
    }

    /** What a file is by the last ending of its name. */
    static Optional<String> claimed(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(OF_ENDING.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    /** The ending a file of the type should have, where several are taken the usual one. */
    static Optional<String> usualEnding(String mediaType) {
        return of(mediaType)
                .filter(name -> name.equals(OF_ENDING.get(name)))
                .or(() -> MediaTypes.extensions(mediaType).stream().sorted().findFirst())
                .map(ending -> "." + ending);
    }

    private static void name(String name, String... types) {
        Arrays.stream(types).forEach(type -> OF_TYPE.put(type, name));
    }

    private static void endings(String name, String... endings) {
        Arrays.stream(endings).forEach(ending -> OF_ENDING.putIfAbsent(ending, name));
    }
}
