package org.sluis.inspection.parsing;

import java.util.Set;

/** What the last letters of a name make of a file where it is saved: a program, a text, neither. All in lower case. */
final class Extensions {

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

    /** What browsers and editors show, and office programs open after asking. */
    private static final Set<String> SHOWN = Set.of(
            "contact", "docm", "dotm", "htm", "html", "mht", "mhtml", "pptm", "svg", "xht", "xhtml", "xlsb", "xlsm",
            "xsl", "xslt");

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

    private Extensions() {}

    /** Whether it runs, or has something else run, where it is saved or served. */
    static boolean isProgram(String extension) {
        return PROGRAMS.contains(extension) || runsByItself(extension) || isServed(extension);
    }

    /** Whether a double click runs it, and it is no ordinary word at the end of a name. */
    static boolean runsByItself(String extension) {
        return SELF_RUNNING.contains(extension);
    }

    /**
     * Whether it would run where the last extension is hidden and this one looks like it. Windows hides it and runs no
     * shell scripts, and "v1.sh.pdf" is a name like others.
     */
    static boolean runsUnderAnother(String extension) {
        return runsByItself(extension) && !extension.equals("sh");
    }

    /** Whether a web server runs it, wherever it stands in the name. */
    static boolean isServed(String extension) {
        return SERVED.contains(extension);
    }

    /** Whether a click on one that could run only shows it. */
    static boolean isShown(String extension) {
        return SHOWN.contains(extension) || isServed(extension);
    }

    /** Whether it is one of a text that nothing runs, or a number. */
    static boolean isText(String extension) {
        return TEXTS.contains(extension)
                || MediaTypes.extensions(MediaTypes.TEXT).contains(extension)
                || extension.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
