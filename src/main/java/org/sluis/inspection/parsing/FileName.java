package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * What a name says about a file. It must agree with what the file is, in its last extension, and must not say "program"
 * in the one before, which is the one some systems show. Between words a dot is just a dot.
 */
record FileName(String name) {

    private static final Set<String> PROGRAMS = Set.of(
            "apk",
            "app",
            "appref-ms",
            "bat",
            "chm",
            "cmd",
            "command",
            "cpl",
            "desktop",
            "dll",
            "docm",
            "dotm",
            "exe",
            "hta",
            "htm",
            "html",
            "iqy",
            "iso",
            "jar",
            "js",
            "jse",
            "library-ms",
            "lnk",
            "mht",
            "mhtml",
            "msc",
            "msi",
            "msp",
            "php",
            "pif",
            "ppam",
            "pptm",
            "ps1",
            "reg",
            "scf",
            "scr",
            "search-ms",
            "settingcontent-ms",
            "sh",
            "shtml",
            "slk",
            "svg",
            "url",
            "vbe",
            "vbs",
            "wsf",
            "wsh",
            "xhtml",
            "xlam",
            "xlsb",
            "xlsm",
            "xll");

    /** What runs on a double click, as far as it is no ordinary word at the end of a name, as "app", "iso" and "reg" are. */
    private static final Set<String> SELF_RUNNING = Set.of(
            "bat", "chm", "cmd", "com", "command", "cpl", "exe", "hta", "jar", "jse", "lnk", "msc", "msi", "msp", "pif",
            "ps1", "psm1", "scf", "scr", "sh", "url", "vb", "vbe", "vbs", "wsf", "wsh", "xll");

    /** What web servers run, some of them wherever it stands in the name. */
    private static final Set<String> SERVED = Set.of(
            "asa", "ashx", "asmx", "asp", "aspx", "cfm", "cgi", "jsp", "jspx", "phar", "php", "php3", "php4", "php5",
            "php7", "php8", "phps", "pht", "phtml", "shtm", "shtml");

    String extension() {
        return MediaTypes.extension(name);
    }

    boolean isOfProgram() {
        return PROGRAMS.contains(extension()) || SELF_RUNNING.contains(extension()) || SERVED.contains(extension());
    }

    /** @throws Refusal where the name says something else than the bytes */
    void mustFit(String type) {
        Set<String> fitting = MediaTypes.extensions(type);
        if (!fitting.contains(extension())) {
            throw new Refusal(Rule.EXTENSION)
                    .detected(type, Evidence.STRUCTURE)
                    .expecting(MediaTypes.named(extension()))
                    .naming(fitting.stream().sorted().map("."::concat).collect(Collectors.joining(", ")));
        }
        earlierExtension().ifPresent(program -> {
            throw new Refusal(Rule.DOUBLE_EXTENSION)
                    .detected(type, Evidence.STRUCTURE)
                    .naming("." + program);
        });
    }

    /** What would run, before the extension; without a blank before it, since "Cert. Com.pdf" is two words. */
    private Optional<String> earlierExtension() {
        String own = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        List<String> pieces = List.of(own.toLowerCase(Locale.ROOT).split("\\.", -1));
        int last = pieces.size() - 2;
        return IntStream.rangeClosed(1, last)
                .filter(index -> SERVED.contains(pieces.get(index).stripTrailing())
                        || (index == last
                                && SELF_RUNNING.contains(pieces.get(index).stripTrailing())))
                .mapToObj(index -> pieces.get(index).stripTrailing())
                .findFirst();
    }
}
