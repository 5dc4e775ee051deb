package org.sluis.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sluis.kernel.Folding;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;

/**
 * The words of a text in their order, as a search finds them: folded, and each by its stems in the languages of the portal. In which of
 * them it is written nobody says, and many texts are in two; so a word has the stem that each language gives it, and one is enough.
 *
 * @param stems of each word, one to three
 */
record Words(List<Set<String>> stems) {

    /** Whoever changes what a text is turned into changes this, and everything is indexed anew. */
    static final String RULES = "1";

    static final int MOST_STEMS = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int LONGEST = 40;

    /** @param most words; those after them are left out */
    static Words of(String text, int most) {
        Stems stems = new Stems();
        return new Words(WORD.matcher(Folding.of(text))
                .results()
                .limit(most)
                .map(MatchResult::group)
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .map(stems::of)
                .toList());
    }

    /** Most words of a text come often. */
    private static final class Stems {

        private final List<SnowballStemmer> languages =
                List.of(new EnglishStemmer(), new FrenchStemmer(), new DutchStemmer());
        private final Map<String, Set<String>> known = new HashMap<>();

        Set<String> of(String word) {
            return known.computeIfAbsent(word, this::stemmed);
        }

        private Set<String> stemmed(String word) {
            Set<String> stems = new TreeSet<>();
            for (SnowballStemmer language : languages) {
                language.setCurrent(word);
                language.stem();
                stems.add(language.getCurrent());
            }
            return stems;
        }
    }
}
