package org.sluis.inspection.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the child and the portal say to each other. */
class SignalTest {

    @Test
    void everySignalHasAByteOfItsOwn() {
        assertThat(Stream.of(Signal.values()).map(Signal::code)).doesNotHaveDuplicates();
    }
}
