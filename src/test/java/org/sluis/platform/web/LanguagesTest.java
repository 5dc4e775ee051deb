package org.sluis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none,en",
                "fr-BE,fr",
                "'nl-BE,nl;q=0.9,en;q=0.8',nl",
                "'de;q=0.9,fr;q=0.8',fr",
                "'en;q=0.1,nl;q=0.9',nl",
                "de,en",
                "'',en",
                "';;;q=',en"
            })
    void takesTheBestLanguageTheBrowserAcceptsAndEnglishOtherwise(String accepted, String chosen) {
        assertThat(Languages.chosen(Optional.empty(), accepted)).isEqualTo(Locale.forLanguageTag(chosen));
    }

    @Test
    void languageOfThePersonComesBeforeThatOfTheBrowser() {
        assertThat(Languages.chosen(Optional.of(Locale.FRENCH), "nl")).isEqualTo(Locale.FRENCH);
    }

    @Test
    void languageNobodyWroteTextsInIsNotChosen() {
        assertThat(Languages.chosen(Optional.of(Locale.GERMAN), "nl")).isEqualTo(Locale.forLanguageTag("nl"));
    }
}
