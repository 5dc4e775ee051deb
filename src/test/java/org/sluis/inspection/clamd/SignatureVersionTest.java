package org.sluis.inspection.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVersionTest {

    @Test
    void readsNumberAndDayOfTheOfficialDatabase() {
        assertThat(SignatureVersion.of("ClamAV 1.4.6/27450/Mon Nov 23 09:12:33 2026"))
                .contains(new SignatureVersion(27_450, Instant.parse("2026-11-23T09:12:33Z")));
        assertThat(SignatureVersion.of("ClamAV 1.4.6/27450/Sun Nov  1 09:12:33 2026"))
                .contains(new SignatureVersion(27_450, Instant.parse("2026-11-01T09:12:33Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ClamAV 1.4.6", "ClamAV 1.4.6/x/Mon", "ClamAV 1.4.6/1/Mon Nov 99 09:12:33 2026"})
    void saysNothingWhereClamdSaysNothing(String reply) {
        assertThat(SignatureVersion.of(reply)).isEmpty();
    }
}
