package org.sluis.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes one spelling of every text that people enter and others see: composed Unicode (NFC, UAX 15), so that words find
 * each other however a keyboard wrote them; something visible in it; and nothing that changes how the rest is shown, which
 * are control characters, line breaks where there is one line, and the direction marks that turn what follows (UTS 39,
 * CVE-2021-42574). Refusals are {@code invalid-member} and name the member.
 */
public final class PlainText {

    private static final String TURNING = "\\u202A-\\u202E\\u2066-\\u2069";
    private static final String NO_CHARACTERS = "\\p{Cs}\\uFDD0-\\uFDEF\\uFFFE\\uFFFF";
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}" + TURNING + NO_CHARACTERS + "]");
    private static final Pattern UNFIT_IN_PARAGRAPHS =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[" + TURNING + NO_CHARACTERS + "]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029]");

    /**
     * Anything but blanks, signs without a body of their own, what is for private use, what shows nothing even where it will mean
     * something (default ignorable), and the letters and notes that fill a place and show nothing.
     */
    private static final Pattern VISIBLE = Pattern.compile(
            "[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Co}\\p{M}\\u115F\\u1160\\u2065\\u2800\\u3164\\uFFA0\\uFFF0-\\uFFF8"
                    + "\\x{1D159}\\x{E0000}-\\x{E0FFF}]");

    private PlainText() {}

    /** One line with something in it. */
    public static String line(String member, String given, int longest) {
        String line = required(UNFIT, member, given, longest);
        if (!isVisible(line)) {
            throw ProblemException.invalid(member, "length");
        }
        return line;
    }

    /** One line; where several come, they are joined. */
    public static String joined(String member, String given, int longest) {
        String unbroken = LINE_BREAK.matcher(given).replaceAll("\n");
        return line(member, unbroken.replace('\n', ' ').replace('\t', ' '), longest);
    }

    /** Some lines, or nothing. */
    public static String paragraphs(String member, String given, int longest) {
        String lines = LINE_BREAK.matcher(given).replaceAll("\n");
        return required(UNFIT_IN_PARAGRAPHS, member, lines, longest);
    }

    /** What another system calls somebody or something: nothing is refused, and what is unfit is left out. */
    public static String mended(String given) {
        return UNFIT.matcher(composed(given)).replaceAll("").strip();
    }

    /** The spelling in which texts are kept, for searching. */
    public static String composed(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC);
    }

    /** Whether there is anything to be seen. */
    static boolean isVisible(String text) {
        return VISIBLE.matcher(text).find();
    }

    private static String required(Pattern unfit, String member, String given, int longest) {
        String text = composed(given).strip();
        if (text.length() > longest) {
            throw ProblemException.invalid(member, "length");
        }
        if (unfit.matcher(text).find()) {
            throw ProblemException.invalid(member, "characters");
        }
        return text;
    }
}
