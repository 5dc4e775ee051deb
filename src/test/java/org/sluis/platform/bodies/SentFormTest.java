package org.sluis.platform.bodies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

class SentFormTest {

    @Test
    void fieldsComeInTheirOrderWithoutTheSecret() {
        SentForm form = SentForm.of("_csrf=s&name=B%C3%A9ton+%26+Zn.&box=1&box=2&empty=".getBytes(UTF_8));
        assertThat(form.value("_csrf")).contains("s");
        assertThat(form.typedBeside("_csrf"))
                .extracting(field -> field.name() + "=" + field.value())
                .containsExactly("name=Béton & Zn.", "box=1", "box=2", "empty=");
    }

    @Test
    void whatNoBrowserHasSentIsNothing() {
        assertThat(SentForm.of("name=%zz&_csrf=s".getBytes(UTF_8)).typedBeside("_csrf"))
                .isEmpty();
        assertThat(SentForm.of(new byte[0]).typedBeside("_csrf")).isEmpty();
    }

    /** Nothing is replaced by what nobody typed. */
    @Test
    void whatIsNotUtf8IsRefused() {
        for (String broken : List.of("name=%FF", "name=Z%ED%A0%80", "%C3=1")) {
            assertThatThrownBy(() -> SentForm.of(broken.getBytes(UTF_8)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(Problem.MALFORMED));
        }
        assertThatThrownBy(() -> SentForm.of(new byte[] {'n', '=', (byte) 0xFF}))
                .isInstanceOf(ProblemException.class);
    }
}
