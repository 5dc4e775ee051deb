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
            "action",
            "ade",
            "adp",
            "ahk",
            "apk",
            "app",
            "appinstaller",
            "applescript",
            "application",
            "appref-ms",
            "appx",
            "appxbundle",
            "asx",
            "au3",
            "bash",
            "bat",
            "bgi",
            "cdxml",
            "chm",
            "cmd",
            "cnt",
            "com",
            "command",
            "contact",
            "cpl",
            "csh",
            "deskthemepack",
            "desktop",
            "diagcab",
            "diagcfg",
            "diagpkg",
            "dll",
            "docm",
            "dotm",
            "dqy",
            "exe",
            "fileloc",
            "fish",
            "gadget",
            "group",
            "grp",
            "hlp",
            "hta",
            "htc",
            "htm",
            "html",
            "inetloc",
            "inf",
            "ins",
            "iqy",
            "iso",
            "isp",
            "jar",
            "jnlp",
            "job",
            "js",
            "jse",
            "jsp",
            "jspf",
            "kext",
            "ksh",
            "library-ms",
            "lnk",
            "mad",
            "maf",
            "mde",
            "mht",
            "mhtml",
            "mof",
            "msc",
            "msh",
            "mshxml",
            "msi",
            "msix",
            "msixbundle",
            "msp",
            "mst",
            "odc",
            "oqy",
            "php",
            "pif",
            "pl",
            "ppam",
            "pptm",
            "prf",
            "printerexport",
            "ps1",
            "ps1xml",
            "psc1",
            "psd1",
            "py",
            "pyc",
            "pyw",
            "pyz",
            "pyzw",
            "rb",
            "rdp",
            "reg",
            "rgs",
            "rqy",
            "scf",
            "scpt",
            "scr",
            "sct",
            "search-ms",
            "searchconnector-ms",
            "settingcontent-ms",
            "sh",
            "shb",
            "shs",
            "shtml",
            "slk",
            "svg",
            "tcl",
            "tcsh",
            "terminal",
            "theme",
            "themepack",
            "tool",
            "udl",
            "url",
            "vbe",
            "vbs",
            "vsto",
            "vxd",
            "wax",
            "webloc",
            "website",
            "wmx",
            "workflow",
            "ws",
            "wsc",
            "wsf",
            "wsh",
            "wvx",
            "xbap",
            "xht",
            "xhtml",
            "xlam",
            "xll",
            "xlsb",
            "xlsm",
            "xnk",
            "xsl",
            "xslt",
            "zsh");

    /** What runs on a double click, as far as it is no ordinary word at the end of a name, as "app", "iso" and "reg" are. */
    private static final Set<String> SELF_RUNNING = Set.of(
            "bat", "chm", "cmd", "com", "command", "cpl", "exe", "hta", "jar", "jse", "lnk", "msc", "msi", "msp", "pif",
            "ps1", "psm1", "scf", "scr", "sh", "url", "vb", "vbe", "vbs", "wsf", "wsh", "xll");

    /** What web servers run, some of them wherever it stands in the name. */
    private static final Set<String> SERVED = Set.of(
            "asa", "ashx", "asmx", "asp", "aspx", "cfm", "cgi", "jsp", "jspx", "phar", "php", "php3", "php4", "php5",
            "php7", "php8", "phps", "pht", "phtml", "shtm", "shtml");

    /** What texts are called that nothing runs on a double click: data, writing, and sources of what is built first. */
    private static final Set<String> TEXTS = Set.of(
            "ada",
            "adoc",
            "afm",
            "asc",
            "asm",
            "aux",
            "bak",
            "bbl",
            "bib",
            "bpmn",
            "bst",
            "c",
            "cc",
            "cfg",
            "cif",
            "cl",
            "cls",
            "conf",
            "cpp",
            "cs",
            "csv",
            "cu",
            "cxx",
            "dat",
            "diff",
            "dtd",
            "dtx",
            "f",
            "f03",
            "f77",
            "f90",
            "f95",
            "for",
            "geojson",
            "gitignore",
            "gml",
            "gnuplot",
            "go",
            "gp",
            "gpx",
            "h",
            "hh",
            "hpp",
            "hs",
            "ini",
            "ipynb",
            "java",
            "jl",
            "joboptions",
            "json",
            "jsonl",
            "kt",
            "lisp",
            "log",
            "lst",
            "ltx",
            "m",
            "markdown",
            "md",
            "ml",
            "mol",
            "mps",
            "nfo",
            "org",
            "out",
            "owl",
            "pas",
            "patch",
            "po",
            "prn",
            "properties",
            "proto",
            "r",
            "rdf",
            "readme",
            "rmd",
            "rs",
            "rst",
            "s",
            "scala",
            "sql",
            "srt",
            "sty",
            "sub",
            "swift",
            "tab",
            "tex",
            "text",
            "tm",
            "toc",
            "toml",
            "tsv",
            "ttl",
            "txt",
            "v",
            "vhd",
            "vhdl",
            "vtt",
            "xmi",
            "xml",
            "xmp",
            "xsd",
            "xyz",
            "yaml",
            "yml");

    /** As it is written. */
    String extension() {
        return MediaTypes.extension(name);
    }

    /** Whether it runs where it is saved. Windows drops dots and blanks at the end and keeps no file behind a colon. */
    boolean isOfProgram() {
        String own = own();
        int colon = own.indexOf(':');
        return isProgram(savedExtension(own)) || (colon >= 0 && isProgram(savedExtension(own.substring(0, colon))));
    }

    /** Whether it is one of a text, or ends in a number. */
    boolean isOfText() {
        String extension = savedExtension(own());
        return TEXTS.contains(extension)
                || MediaTypes.extensions(MediaTypes.TEXT).contains(extension)
                || extension.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    boolean hasNoExtension() {
        return savedExtension(own()).isEmpty() && own().indexOf(':') < 0;
    }

    /** Whether it ends as neither documents nor texts do. What has a blank behind its last dot is words. */
    boolean isUnusual() {
        String extension = savedExtension(own());
        boolean words = extension.isEmpty() || extension.indexOf(' ') >= 0;
        return !words && !isOfText() && MediaTypes.named(extension).isEmpty();
    }

    private static boolean isProgram(String extension) {
        return PROGRAMS.contains(extension) || SELF_RUNNING.contains(extension) || SERVED.contains(extension);
    }

    private static String savedExtension(String own) {
        return MediaTypes.extension(withoutEnd(own.replaceAll("\\s", " "))).strip();
    }

    /** A name without what Windows drops at its end. */
    static String withoutEnd(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(0, end);
    }

    private String own() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
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
        programBefore().ifPresent(program -> {
            throw new Refusal(Rule.DOUBLE_EXTENSION)
                    .detected(type, Evidence.STRUCTURE)
                    .naming("." + program);
        });
    }

    /** Behind a colon Windows keeps no file of its own but more of the one before it. */
    private Optional<String> programBefore() {
        String own = own();
        int colon = own.indexOf(':');
        Optional<String> before = Optional.of(savedExtension(own.substring(0, Math.max(colon, 0))));
        return before.filter(FileName::isProgram).or(this::earlierExtension);
    }

    /** What would run, before the extension; without a blank before it, since "Cert. Com.pdf" is two words. */
    private Optional<String> earlierExtension() {
        List<String> pieces = List.of(own().toLowerCase(Locale.ROOT).split("\\.", -1));
        int last = pieces.size() - 2;
        return IntStream.rangeClosed(1, last)
                .filter(index -> SERVED.contains(pieces.get(index).stripTrailing())
                        || (index == last
                                && SELF_RUNNING.contains(pieces.get(index).stripTrailing())))
                .mapToObj(index -> pieces.get(index).stripTrailing())
                .findFirst();
    }
}
