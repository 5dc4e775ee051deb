package org.sluis.mail;

/** Words from outside as they may stand in a mail: on one line, not too long, without signs that steer a reader. */
final class PlainLine {

    private static final int LONGEST = 200;

    private PlainLine() {}

    /** Whatever breaks a line or reorders it becomes a blank, so that nothing can begin a header (RFC 5322, 2.2). */
    static String of(String words) {
        String line = words.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }
}
