package org.sluis.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.platform.config.SampleSettings;

class CookieSealTest {

    private final CookieSeal seal = new CookieSeal();

    /** There is no container that would. */
    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment")
    void configure() {
        seal.settings = SampleSettings.with(Map.of());
    }

    @Test
    void opensWhatItSealedUnderItsNameAlone() {
        String sealed = seal.seal("one", "word".getBytes(UTF_8));
        assertThat(seal.open("one", sealed))
                .hasValueSatisfying(word -> assertThat(word).isEqualTo("word".getBytes(UTF_8)));
        assertThat(seal.open("other", sealed)).isEmpty();
    }

    /** Shorter than its nonce, than its tag, and one byte less than nothing at all takes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 15, 16, 18, 24, 27, 28, 60})
    void opensNothingThatWasNotSealedHoweverLong(int length) {
        assertThat(seal.open("one", Base64.getUrlEncoder().encodeToString(new byte[length])))
                .isEmpty();
        assertThat(seal.open("one", "A".repeat(length))).isEmpty();
    }
}
