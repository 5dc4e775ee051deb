package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a text a search finds, and what is kept of it. */
class WordsTest {

    private static final UUID DOCUMENT = UUID.fromString("0197a1b2-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0197a1b2-0000-7000-8000-000000000002");

    private final WordKey key = new WordKey(new byte[32]);

    @ParameterizedTest
    @CsvSource({
        "measurements, measurement",
        "tested, testing",
        "companies, company",
        "attestations, attestation",
        "conformes, conforme",
        "bétons, béton",
        "betonmengsels, betonmengsel",
        "metingen, meting",
        "keuringen, keuring"
    })
    void formsOfAWordFindEachOther(String one, String other) {
        assertThat(Collections.disjoint(stems(one), stems(other))).isFalse();
    }

    @Test
    void accentsCapitalsAndCompositionDoNotMatter() {
        assertThat(Words.of("RE\u0301SISTANCE", 9))
                .isEqualTo(Words.of("r\u00e9sistance", 9))
                .isEqualTo(Words.of("resistance", 9));
        assertThat(Words.of("Stra\u00dfe c\u0153ur \ufb01n", 9)).isEqualTo(Words.of("strasse coeur fin", 9));
    }

    @Test
    void signsDivideWords() {
        assertThat(Words.of("l\u2019usine: 52,5 N/mm\u00b2 (INV-2026_0042)", 99))
                .isEqualTo(Words.of("l usine 52 5 N mm2 INV 2026 0042", 99));
        assertThat(Words.of(" %_' \n", 99).stems()).isEmpty();
    }

    @Test
    void wordsAreBoundedInNumberAndLength() {
        assertThat(Words.of("one two three four", 3)).isEqualTo(Words.of("one two three", 99));
        assertThat(Words.of("x".repeat(1_000_000), 3)).isEqualTo(Words.of("x".repeat(40), 3));
        assertThat(key.vector(DOCUMENT, Words.of("so ".repeat(16_000), 16_000)).split(",", -1))
                .hasSize(255);
    }

    @Test
    void signsAreThoseOfOneDocumentAndOneKey() {
        Words words = Words.of("strength of batch 7", 99);
        assertThat(signs(key, DOCUMENT, words)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(signs(key, DOCUMENT, words)).doesNotContainAnyElementsOf(signs(key, OTHER, words));
        byte[] another = new byte[32];
        another[0] = 1;
        assertThat(signs(key, DOCUMENT, words))
                .doesNotContainAnyElementsOf(signs(new WordKey(another), DOCUMENT, words));
        assertThat(key.mark()).isNotEqualTo(new WordKey(another).mark());
        assertThat(key.vector(DOCUMENT, words)).doesNotContain("strength", "batch");
    }

    @Test
    void termAsksForOneTokenOfEachWord() {
        List<String> asked = key.asked(Words.of("\"52,5 N\"", 99));
        assertThat(asked)
                .hasSize(Words.MOST_STEMS)
                .allSatisfy(tokens -> assertThat(tokens).matches("[0-9a-f]{32}( [0-9a-f]{32}){2}"));
        assertThat(key.asked(Words.of("%", 99))).containsOnly("");
    }

    private static Set<String> stems(String word) {
        return Words.of(word, 1).stems().get(0);
    }

    private static List<String> signs(WordKey key, UUID document, Words words) {
        return List.of(key.vector(document, words).replaceAll(":[0-9,]+", "").split(" ", -1));
    }
}
