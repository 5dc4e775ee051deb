package org.sluis.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Test
    void areReadInSmallAndInCapitalLetters() {
        UUID id = Ids.next();
        assertThat(Ids.parse(id.toString())).contains(id);
        assertThat(Ids.parse(id.toString().toUpperCase(Locale.ROOT))).contains(id);
    }

    /** Java reads these too, and so would give one thing several names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "00000000000000000000000000001-1-1-1-1",
                "0000000-00000-0000-0000-000000000001",
                "{0197f2c0-0000-7000-8000-00000000000}"
            })
    void haveOneShape(String text) {
        assertThat(Ids.parse(text)).isEmpty();
    }
}
