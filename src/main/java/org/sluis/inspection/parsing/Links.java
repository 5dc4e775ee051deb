package org.sluis.inspection.parsing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses in documents: where somebody may be sent by a click, and what a document may fetch by itself. */
final class Links {

    private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]+):.*", Pattern.DOTALL);
    private static final Pattern LOCAL_FILE =
            Pattern.compile("^(file:(///)?)?[a-z]:/.*|^file:///[^/].*", Pattern.DOTALL);
    private static final Set<String> FOR_PEOPLE =
            Set.of("http", "https", "mailto", "tel", "sms", "ftp", "sftp", "urn", "doi", "news");

    private Links() {}

    /** Whether a click there is an ordinary hyperlink: no program, no share that would be told who clicks. */
    static boolean isHyperlink(String address) {
        String normal = normal(address);
        if (LOCAL_FILE.matcher(normal).matches()) {
            return true;
        }
        Matcher scheme = SCHEME.matcher(normal);
        return scheme.matches() ? FOR_PEOPLE.contains(scheme.group(1)) : !normal.startsWith("//");
    }

    /** Whether something there lies within the document itself. */
    static boolean isInside(String address) {
        String normal = normal(address);
        return !LOCAL_FILE.matcher(normal).matches()
                && !SCHEME.matcher(normal).matches()
                && !normal.startsWith("/")
                && !normal.startsWith("../");
    }

    /** Whether something there lies on another machine. */
    static boolean isElsewhere(String address) {
        String normal = normal(address);
        return !LOCAL_FILE.matcher(normal).matches() && (SCHEME.matcher(normal).matches() || normal.startsWith("//"));
    }

    private static String normal(String address) {
        return address.strip()
                .replaceAll("[\\x00-\\x20]", "")
                .replace('\\', '/')
                .toLowerCase(Locale.ROOT);
    }
}
