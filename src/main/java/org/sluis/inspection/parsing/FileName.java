package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Set;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * What a name says about a file. It must agree with what the file is, in its last extension, and must not say "program"
 * in the one before, which is the one some systems show.
 */
record FileName(String name) {

    private static final Set<String> PROGRAMS = Set.of(
            "apk", "app", "bat", "chm", "cmd", "cpl", "dll", "docm", "dotm", "exe", "hta", "htm", "html", "iso", "jar",
            "js", "jse", "lnk", "msi", "php", "pif", "ppam", "pptm", "ps1", "reg", "scf", "scr", "sh", "shtml", "svg",
            "url", "vbe", "vbs", "wsf", "wsh", "xhtml", "xlam", "xlsb", "xlsm", "xll");

    String extension() {
        return MediaTypes.extension(name);
    }

    boolean isOfProgram() {
        return PROGRAMS.contains(extension());
    }

    /** @throws Refusal where the name says something else than the bytes */
    void mustFit(String type) {
        if (!MediaTypes.extensions(type).contains(extension())) {
            throw new Refusal(Rule.EXTENSION).detected(type, Evidence.STRUCTURE);
        }
        if (says(PROGRAMS)) {
            throw new Refusal(Rule.DOUBLE_EXTENSION).detected(type, Evidence.STRUCTURE);
        }
    }

    private boolean says(Set<String> extensions) {
        String stem = name.substring(0, name.length() - extension().length() - 1);
        int dot = stem.lastIndexOf('.');
        return dot > 0 && extensions.contains(stem.substring(dot + 1).strip().toLowerCase(Locale.ROOT));
    }
}
