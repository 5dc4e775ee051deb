package org.sluis.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.Problem;
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
                "{\"text\":\"\\ud83d\\\\\\ude00\"}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\"} {}",
                "{\"text\":\"a\",\"other\":1}",
                "{\"text\":1}"
            })
    void refusesWhatIsNotExactlyANote(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void refusesOtherEncodingsThanUtf8(String encoding) {
        byte[] json = "{\"text\":\"a\"}".getBytes(Charset.forName(encoding));
        assertMalformed(json);
    }

    /** A byte that begins nothing, an overlong slash, half of a pair written like a character, and an end too soon. */
    @ParameterizedTest
    @ValueSource(strings = {"FF", "C0AF", "EDA080", "E282", "F4908080"})
    void refusesBrokenUtf8(String bytes) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes("{\"text\":\"a".getBytes(StandardCharsets.US_ASCII));
        json.writeBytes(HexFormat.of().parseHex(bytes));
        json.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
        assertMalformed(json.toByteArray());
    }

    private static void assertMalformed(byte[] json) {
        assertThatThrownBy(() -> StrictJson.read(json, Note.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.MALFORMED));
    }

    @Test
    void mayBeginWithTheMarkOfItsEncoding() {
        assertThat(read("\uFEFF{\"text\":\"a\"}").text()).isEqualTo("a");
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
