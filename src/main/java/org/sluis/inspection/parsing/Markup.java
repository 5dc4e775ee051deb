package org.sluis.inspection.parsing;

import java.nio.charset.StandardCharsets;

/** Whether bytes begin like markup in any encoding that some program reads: with marks, zeros and white space before it. */
final class Markup {

    private static final int SEARCH_BYTES = 4096;
    private static final String EBCDIC = "Lo\u00a7\u0094";
    private static final String UTF_7 = "+ADw-";

    private Markup() {}

    static boolean begins(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, SEARCH_BYTES), StandardCharsets.ISO_8859_1);
        if (beginsInEbcdic(head) || text.startsWith(UTF_7)) {
            return true;
        }
        int at = 0;
        while (at < text.length() && isSkipped(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '<';
    }

    /** Whether a declaration of XML begins them in the letters of mainframes, which readers of XML find out by these four. */
    static boolean beginsInEbcdic(byte[] head) {
        return Magic.starts(head, EBCDIC);
    }

    /** Zeros, white space, and the bytes of marks that say in which order bytes come. */
    private static boolean isSkipped(char letter) {
        return letter <= ' ' || "\u0085\u00a0\u00ef\u00bb\u00bf\u00fe\u00ff".indexOf(letter) >= 0;
    }
}
