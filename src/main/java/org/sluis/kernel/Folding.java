package org.sluis.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts without what does not matter to whoever searches: accents, capitals, composition, and which of two ways a letter is written
 * in. The database folds in the same way ({@code folded} in V31 and V43).
 */
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private Folding() {}

    /** The text as it is compared. */
    public static String of(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(bare.length());
        for (int at = 0; at < bare.length(); at++) {
            char letter = bare.charAt(at);
            switch (letter) {
                case 'ø' -> folded.append('o');
                case 'ł' -> folded.append('l');
                case 'đ' -> folded.append('d');
                case 'ħ' -> folded.append('h');
                case 'ı' -> folded.append('i');
                case 'ŧ' -> folded.append('t');
                case 'ς' -> folded.append('σ');
                case '\u2010' -> folded.append('-');
                case '\u00AD' -> {
                    // It is seen only where a line ends.
                }
                case '’', '‘' -> folded.append('\'');
                case 'ß' -> folded.append("ss");
                case 'æ' -> folded.append("ae");
                case 'œ' -> folded.append("oe");
                case 'þ' -> folded.append("th");
                default -> folded.append(letter);
            }
        }
        return folded.toString();
    }
}
