package org.sluis.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds in a text what a search has found it by, for pages to mark. Accents, case and composition do not matter, as for the
 * search itself, and the text is given back as it was, in parts.
 */
public final class Highlights {

    private Highlights() {}

    /** A stretch of a text, and whether it is one that was searched for. */
    public record Part(String text, boolean hit) {}

    /** The whole text in parts; one part where nothing was searched for or found. */
    public static List<Part> of(String text, String words) {
        Folded folded = Folded.of(text);
        BitSet hits = new BitSet(text.length());
        for (String term : SearchTerms.of(words)) {
            folded.mark(Folded.of(term).letters.toString(), hits);
        }
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            boolean hit = hits.get(from);
            int next = hit ? hits.nextClearBit(from) : hits.nextSetBit(from);
            int to = next < 0 ? text.length() : Math.min(next, text.length());
            parts.add(new Part(text.substring(from, to), hit));
            from = to;
        }
        return parts;
    }

    /** A text without what does not matter, and from where in the text each of its letters is. */
    private record Folded(StringBuilder letters, List<Integer> origins, int length) {

        static Folded of(String text) {
            Folded folded = new Folded(new StringBuilder(), new ArrayList<>(), text.length());
            int at = 0;
            while (at < text.length()) {
                int next = text.offsetByCodePoints(at, 1);
                folded.add(text.substring(at, next), at);
                at = next;
            }
            return folded;
        }

        private void add(String sign, int at) {
            String written = Folding.of(sign);
            for (int i = 0; i < written.length(); i++) {
                letters.append(written.charAt(i));
                origins.add(at);
            }
        }

        /** A letter goes on until the next one begins, so what combines with it is marked with it. */
        void mark(String term, BitSet hits) {
            int found = term.isEmpty() ? -1 : letters.indexOf(term);
            while (found >= 0) {
                int after = found + term.length();
                int end = after < origins.size() ? origins.get(after) : length;
                hits.set(origins.get(found), Math.max(end, origins.get(after - 1) + 1));
                found = letters.indexOf(term, found + 1);
            }
        }
    }
}
