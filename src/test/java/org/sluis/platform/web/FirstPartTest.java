package org.sluis.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.BodyTurns;
import org.sluis.platform.bodies.SampleTurns;
import org.sluis.platform.bodies.Turns.Turn;

class FirstPartTest {

    private final BodyTurns turns = SampleTurns.one();

    private static final String FORM = """
            ------WebKitFormBoundaryA
            Content-Disposition: form-data; name="_csrf"

            secret-1_2
            ------WebKitFormBoundaryA
            Content-Disposition: form-data; name="title"

            x
            """.replace("\n", "\r\n");

    @Test
    void holdsTheFieldThatABrowserSendsFirstAndLeavesTheBodyWhole() throws IOException {
        FirstPart first = of(new ByteArrayInputStream(FORM.getBytes(UTF_8)));
        assertThat(first.value("_csrf")).contains("secret-1_2");
        assertThat(first.value("title")).isEmpty();
        assertThat(first.body().readAllBytes()).isEqualTo(FORM.getBytes(UTF_8));
    }

    @Test
    void leavesALongBodyWholeToo() throws IOException {
        byte[] body = (FORM + "x".repeat(100_000)).getBytes(UTF_8);
        FirstPart first = of(new ByteArrayInputStream(body));
        assertThat(first.value("_csrf")).contains("secret-1_2");
        assertThat(first.body().readAllBytes()).isEqualTo(body);
    }

    /** Whoever sends the rest slowly is not waited for here. */
    @Test
    void isReadNoFurtherThanItGoes() throws IOException {
        byte[] field = FORM.substring(0, FORM.lastIndexOf("------WebKit") + 2).getBytes(UTF_8);
        InputStream rest = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("asked for more");
            }

            @Override
            public int read(byte[] target, int from, int length) {
                return read();
            }
        };
        FirstPart first = of(new SequenceInputStream(new ByteArrayInputStream(field), rest));
        assertThat(first.value("_csrf")).contains("secret-1_2");
    }

    @Test
    void isNotReadWithoutATurn() {
        Turn other = turns.take();
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read without a turn");
            }

            @Override
            public int read(byte[] target, int from, int length) {
                return read();
            }
        };
        assertThatThrownBy(() -> of(unread))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.UNAVAILABLE));
        other.close();
        assertThatThrownBy(() -> of(unread)).isInstanceOf(AssertionError.class);
        turns.take();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n_csrf\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"_csrf\"; filename=\"a\"\r\n\r\nsecret\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nsecret",
                "_csrf=secret",
            })
    void isNothingElse(String body) throws IOException {
        assertThat(of(new ByteArrayInputStream(body.getBytes(UTF_8))).value("_csrf"))
                .isEmpty();
    }

    private FirstPart of(InputStream sent) throws IOException {
        return FirstPart.of(sent, turns);
    }
}
