package org.sluis.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.platform.config.Heuristics.Meaning;

/** What the portal makes of a heuristic of ClamAV. */
class HeuristicsTest {

    @ParameterizedTest
    @CsvSource({
        "Heuristics.Encrypted.Zip, ENCRYPTED",
        "Heuristics.Encrypted.PDF, IGNORED_WHEN_DECIPHERED",
        "Heuristics.OLE2.ContainsMacros.VBA, MACROS",
        "Heuristics.Limits.Exceeded.MaxFileSize, LIMIT",
        "Heuristics.Broken.Media.JPEG.NoImages, MALWARE",
        "Heuristics.Of.Tomorrow, MALWARE",
        "Heuristics.Encrypted, MALWARE",
        "Heuristics.EncryptedX.Zip, MALWARE",
        "Eicar-Test-Signature, MALWARE",
        "Win.Encrypted.PDF, MALWARE"
    })
    void hasAMeaningForEachThatComesAndTakesEveryOtherForMalware(String signature, Meaning meaning) {
        assertThat(Heuristics.shipped().of(signature)).isEqualTo(meaning);
    }

    @Test
    void settingChangesWhatItNamesAndTheLongestNameDecides() {
        Heuristics heuristics = with("Heuristics.Broken.*=ignored, Heuristics.Broken.Executable=malware");
        assertThat(heuristics.of("Heuristics.Broken.Media.GIF.MissingImageData"))
                .isEqualTo(Meaning.IGNORED);
        assertThat(heuristics.of("Heuristics.Broken.Executable")).isEqualTo(Meaning.MALWARE);
        assertThat(heuristics.of("Heuristics.Encrypted.RAR")).isEqualTo(Meaning.ENCRYPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Heuristics.Broken.Executable",
                "Heuristics.Broken.Executable=",
                "Heuristics.Broken.Executable=perhaps",
                "Heuristics.*=ignored",
                "Heuristics=ignored",
                "Eicar-Test-Signature=ignored",
                "Win.Test.EICAR_HDB-1=ignored",
                "*=ignored",
                "Heuristics.Broken.*=ignored,",
                ""
            })
    void senselessEntryStopsTheStartByName(String setting) {
        assertThatThrownBy(() -> with(setting))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("sluis.scanner.heuristics holds");
    }

    private static Heuristics with(String setting) {
        return SampleSettings.with(Map.of("sluis.scanner.heuristics", setting))
                .scanner()
                .heuristics();
    }
}
