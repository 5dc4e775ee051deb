package org.sluis.intake.tus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

class OfferedHeadersTest {

    @Test
    void areThoseOfTheExtensionsThatAreOffered() {
        List<String> names = List.of(
                "Tus-Resumable",
                "Upload-Length",
                "upload-metadata",
                "UPLOAD-OFFSET",
                "Upload-Checksum",
                "Content-Type");
        assertThatCode(() -> OfferedHeaders.require(names)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upload-Concat", "upload-concat", "Upload-Defer-Length", "Upload-Complete", "Upload-X"})
    void othersAreRefusedByName(String name) {
        assertThatThrownBy(() -> OfferedHeaders.require(List.of("Upload-Length", name)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_MEMBER);
                    assertThat(refusal.facts()).containsEntry("member", name);
                });
    }
}
