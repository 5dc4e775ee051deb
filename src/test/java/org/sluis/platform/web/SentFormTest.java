package org.sluis.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sluis.platform.rest.SenderTooSlow;

class SentFormTest {

    private long clock;

    @Test
    void fieldsComeInTheirOrderWithoutTheSecret() {
        SentForm form = SentForm.of("_csrf=s&name=B%C3%A9ton+%26+Zn.&box=1&box=2&empty=".getBytes(UTF_8));
        assertThat(form.value("_csrf")).contains("s");
        assertThat(form.typed())
                .extracting(field -> field.name() + "=" + field.value())
                .containsExactly("name=Béton & Zn.", "box=1", "box=2", "empty=");
    }

    @Test
    void whatNoBrowserHasSentIsNothing() {
        assertThat(SentForm.of("name=%zz&_csrf=s".getBytes(UTF_8)).typed()).isEmpty();
        assertThat(SentForm.of(new byte[0]).typed()).isEmpty();
    }

    @Test
    void formThatComesByteForByteIsGivenUpSoon() {
        InputStream dripping = SentForm.paced(
                new InputStream() {
                    @Override
                    public int read() {
                        clock += Duration.ofSeconds(1).toNanos();
                        return 'x';
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        target[offset] = (byte) read();
                        return 1;
                    }
                },
                () -> clock);
        assertThatThrownBy(dripping::readAllBytes).isInstanceOf(SenderTooSlow.class);
        assertThat(Duration.ofNanos(clock)).isLessThan(Duration.ofSeconds(15));
    }
}
