package org.sluis.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.ProblemException;

class StrictJsonTest {

    /** What is read. */
    public record Note(String text) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"\\ud83d\"}",
                "{\"text\":\"\\uDE00\"}",
                "{\"text\":\"\\ude00\\ud83d\"}",
                "{\"text\":\"\\ud83d x\\ude00\"}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\",\"other\":1}",
                "{\"text\":1}"
            })
    void refusesWhatIsNotExactlyANote(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ProblemException.class);
    }

    @Test
    void readsWholeCharactersHoweverTheyAreWritten() {
        assertThat(read("{\"text\":\"\\ud83d\\ude00 \u00e9\"}").text()).isEqualTo("\ud83d\ude00 \u00e9");
        assertThat(read("{\"text\":\"\\\\ud83d\"}").text()).isEqualTo("\\ud83d");
    }

    private static Note read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Note.class);
    }
}
