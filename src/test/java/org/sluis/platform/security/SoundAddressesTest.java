package org.sluis.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;

class SoundAddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/problems/%2e%2e", "/problems/%2E.", "/problems/..", "/./problems", "/api/%2e/me", "/a/..;x/b"})
    void aPathWithDotSegmentsNamesNothing(String path) {
        assertThat(SoundAddresses.refusal(path, null)).contains(Problem.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/a.b..c.css", "/problems/held", "/portal/..."})
    void otherPathsPass(String path) {
        assertThat(SoundAddresses.refusal(path, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%ff", "q=a%C3", "q=%ED%A0%80", "%ff=1", "a=1&q=%FE", "q=%zz", "q=%"})
    void parametersThatAreNoUtf8AreRefused(String query) {
        assertThat(SoundAddresses.refusal("/portal/documents", query)).contains(Problem.MALFORMED);
    }

    @Test
    void otherParametersPass() {
        assertThat(SoundAddresses.refusal("/portal/documents", "q=B%C3%A9ton+%22a%22&category=&x"))
                .isEmpty();
    }
}
