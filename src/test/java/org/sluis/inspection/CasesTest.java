package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of the kinds that once came out wrong, with what must become of each (security rows F9 and F10). */
class CasesTest {

    private final Laboratory laboratory = Laboratory.shared();

    static List<Trial> cases() throws IOException {
        return Trial.read(CasesTest.class.getResourceAsStream("/cases/expect.tsv"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsItMust(Trial trial) throws IOException {
        byte[] content =
                CasesTest.class.getResourceAsStream("/cases/" + trial.file()).readAllBytes();
        assertThat(trial.outcome(laboratory, content)).isEqualTo(trial.expected());
    }
}
