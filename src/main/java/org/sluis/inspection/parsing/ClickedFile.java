package org.sluis.inspection.parsing;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that a hyperlink names: a click shows it, or runs it as a double click would. A folder that stands for something else
 * in the shell of Windows, by a class id, runs too.
 */
final class ClickedFile {

    private static final Pattern WITH_A_DRIVE = Pattern.compile("(?s)(file|[a-z]):.*");
    private static final Pattern SHELL_FOLDER =
            Pattern.compile("(?s)(file:)?/*::\\{.*|(.*/)?[^/]*\\.\\{[0-9a-f]{8}-[0-9a-f-]{27}}([/.#?].*)?");
    /** What follows the name of a file in an address and is none of it. */
    private static final Pattern BEHIND_NAME = Pattern.compile("(?s)[#?].*");
    /** Without a drive these may be hosts that somebody wrote without a scheme. */
    private static final Pattern LIKE_A_HOST = Pattern.compile("(?s).*\\.(com|sh)[./]*");

    private ClickedFile() {}

    static boolean hasDrive(String address) {
        return WITH_A_DRIVE.matcher(address).matches();
    }

    /** @param address of a file, with the slashes of the web and in lower case */
    static boolean runs(String address) {
        String name = BEHIND_NAME.matcher(address).replaceFirst("");
        boolean drive = hasDrive(address);
        return SHELL_FOLDER.matcher(address).matches()
                || Stream.of(name, address)
                        .filter(read -> drive || !LIKE_A_HOST.matcher(read).matches())
                        .map(FileName::new)
                        .anyMatch(file -> drive ? file.runsOnClick() : file.runsByItself());
    }
}
