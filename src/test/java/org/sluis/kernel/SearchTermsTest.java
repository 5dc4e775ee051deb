package org.sluis.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is searched for, taken apart, and found again in what is shown. */
class SearchTermsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report 2026|report/2026",
                "  report\t2026  report |report/2026",
                "\"annual report\" plant|annual report/plant",
                "plant \u00ab annual  report \u00bb|plant/annual report",
                "\"annual rep|annual rep",
                "\u201eannual report\u201c|annual report",
                "b\"c d\"e|b/c d/e",
                "100% of_it \\|100%/of_it/\\",
            })
    void wordsAreFoundSomewhereAndPhrasesAsTheyStand(String words, String terms) {
        assertThat(String.join("/", SearchTerms.of(words))).isEqualTo(terms);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\" \" \u00ab\u00bb"})
    void nothingIsSearchedForByNothing(String words) {
        assertThat(SearchTerms.of(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "R\u00e9sistance \u00e0 28 jours|RESIST 28|[R\u00e9sist]ance \u00e0 [28] jours",
                "Re\u0301sistance\u0301 x|resistance|[Re\u0301sistance\u0301] x",
                "C\u0153ur et \ufb01che|coeur fiche|[C\u0153ur] et [\ufb01che]",
                "Stra\u00dfe|SS|Stra[\u00df]e",
                "annual report, report of a year|\"report of\" annual|[annual] report, [report of] a year",
                "ababa|aba|[ababa]",
                "<b>x</b>|b|<[b]>x</[b]>",
                "\ud83d\ude80 start|start|\ud83d\ude80 [start]",
                "nothing|else|nothing",
                "\u0130stanbul|ist|[\u0130st]anbul",
                "\u039f\u03b4\u03cc\u03c2 1|\u039f\u0394\u039f\u03a3|[\u039f\u03b4\u03cc\u03c2] 1",
                "NBN\u2011EN sil\u00ado|nbn-en silo|[NBN\u2011EN] [sil\u00ado]",
            })
    void hitsAreMarkedInTheTextAsItIs(String text, String words, String marked) {
        String written = Highlights.of(text, words).stream()
                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
        assertThat(written).isEqualTo(marked);
    }
}
